package vn.ocop.marketplace.payment.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of whoever buys; what it does not know speaks against an offer, never for it.
 *
 * @param known whether this is a person with a verified phone number
 * @param completed when they first completed an order, by method of payment
 * @param used in how many orders they used an offer
 * @param wallet offers whose code they keep
 * @param team the community team that brought them
 * @param method how they are going to pay, if that is said
 */
public record Shopper(
        boolean known,
        Map<String, Instant> completed,
        Map<UUID, Integer> used,
        Set<UUID> wallet,
        Place place,
        @Nullable String team,
        @Nullable String method) {

    /** Where it is to be delivered; null where that is not said yet. */
    public record Place(@Nullable String province, @Nullable String commune) {

        public static final Place UNKNOWN = new Place(null, null);
    }

    public static final Shopper ANYONE = new Shopper(false, Map.of(), Map.of(), Set.of(), Place.UNKNOWN, null, null);

    boolean completedBefore(Instant moment) {
        return completed.values().stream().anyMatch(first -> first.isBefore(moment));
    }
}
