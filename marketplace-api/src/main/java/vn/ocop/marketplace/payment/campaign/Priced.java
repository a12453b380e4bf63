package vn.ocop.marketplace.payment.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What offers make of a basket.
 *
 * @param lines what comes off each line, by variant
 * @param deliveries what comes off each shop's delivery
 */
public record Priced(
        Map<UUID, List<Discount>> lines,
        Map<UUID, List<Discount>> deliveries,
        List<Applied> applied,
        List<NotApplied> notApplied) {

    public static final Priced NOTHING = new Priced(Map.of(), Map.of(), List.of(), List.of());

    /**
     * An offer that counts.
     *
     * @param pieces of each line, by variant; empty where it is not off goods
     */
    public record Applied(Offer offer, Vnd amount, Map<UUID, Integer> pieces, boolean newConsumer) {

        int counted() {
            return offer.layer() == Offer.Layer.ITEM
                    ? pieces.values().stream().mapToInt(Integer::intValue).sum()
                    : 1;
        }
    }

    /**
     * An offer that might have counted.
     *
     * @param missing what has to be bought besides, or how many pieces; zero where that is not the reason
     */
    public record NotApplied(Offer offer, Reason reason, Vnd missing) {}

    public List<Discount> ofLine(UUID variant) {
        return lines.getOrDefault(variant, List.of());
    }

    public List<Discount> ofDelivery(@Nullable UUID shop) {
        return deliveries.getOrDefault(shop, List.of());
    }

    public Vnd total() {
        return Vnd.sum(applied.stream().map(Applied::amount).toList());
    }
}
