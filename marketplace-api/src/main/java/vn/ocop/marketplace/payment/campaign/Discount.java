package vn.ocop.marketplace.payment.campaign;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What one offer takes off one line or delivery, frozen with the sale.
 *
 * @param shares who bears how much of it, by {@link Funder#account()}; they add up to the amount
 */
public record Discount(UUID offer, String code, LocalizedText name, Vnd amount, Map<String, Vnd> shares) {

    public Discount {
        shares = Map.copyOf(shares);
        if (!Vnd.sum(shares.values()).equals(amount)) {
            throw new IllegalArgumentException("the shares of " + code + " do not add up to its amount");
        }
    }

    public static Vnd total(Collection<Discount> discounts) {
        return Vnd.sum(discounts.stream().map(Discount::amount).toList());
    }

    /** What the shop bears of them. */
    public static Vnd ofSeller(Collection<Discount> discounts) {
        return Vnd.sum(discounts.stream()
                .map(discount -> discount.shares.getOrDefault(Funder.SELLER, Vnd.ZERO))
                .toList());
    }

    /** What others than the shop bear, by funder. */
    public static Map<String, Vnd> subsidies(Collection<Discount> discounts) {
        var sums = new TreeMap<String, Vnd>();
        for (var discount : discounts) {
            discount.shares.forEach((funder, share) -> {
                if (!funder.equals(Funder.SELLER) && !share.equals(Vnd.ZERO)) {
                    sums.merge(funder, share, Vnd::plus);
                }
            });
        }
        return sums;
    }
}
