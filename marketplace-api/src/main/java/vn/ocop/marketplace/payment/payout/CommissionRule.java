package vn.ocop.marketplace.payment.payout;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the platform takes for a sale.
 *
 * @param place rules are asked in this order; the first that fits counts
 * @param category the code it is for; null for all
 * @param shop the shop it is for; null for all
 * @param percentBp hundredths of a percent of what the goods cost
 * @param fixed added once per order
 * @param cap never more than this per order
 * @param vatBp the tax on the fee itself
 */
public record CommissionRule(
        UUID id,
        int place,
        @Nullable String category,
        @Nullable UUID shop,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int percentBp,
        Vnd fixed,
        @Nullable Vnd cap,
        int vatBp,
        String note) {

    boolean fits(UUID seller, String soldCategory, LocalDate day) {
        return (shop == null || shop.equals(seller))
                && (category == null || category.equals(soldCategory))
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }

    /** Never more than half of the sale, so that whatever is withheld as well leaves the seller something. */
    Vnd fee(Vnd sold) {
        var fee = sold.basisPoints(percentBp).plus(fixed);
        var capped = cap == null ? fee : fee.min(cap);
        return capped.min(Vnd.of(sold.dong() / 2));
    }
}
