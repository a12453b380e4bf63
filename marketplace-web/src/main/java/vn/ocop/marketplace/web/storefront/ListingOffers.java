package vn.ocop.marketplace.web.storefront;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one piece of each choice costs anybody right now, and the offers that could count. */
public record ListingOffers(List<Price> prices, List<Offer> offers) {

    static final ListingOffers NONE = new ListingOffers(List.of(), List.of());

    /** A choice before and after the offer that counts for everyone. */
    public record Price(String variantId, long before, long price) {}

    /** An offer, and why it does not count for everyone. */
    public record Offer(
            String code,
            String name,
            boolean applies,
            Instant endsAt,
            @Nullable String detail) {}

    /** What a choice costs; its own price where no offer counts. */
    public long priceOf(Listing.Variant variant) {
        return prices.stream()
                .filter(price -> price.variantId().equals(variant.id()))
                .mapToLong(Price::price)
                .findFirst()
                .orElse(variant.price());
    }

    /** Until when the reduced prices hold at most; null where none is reduced. */
    public @Nullable Instant until() {
        return offers.stream()
                .filter(Offer::applies)
                .map(Offer::endsAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The list price where it is struck out. */
    public @Nullable Long beforeOf(Listing.Variant variant) {
        return priceOf(variant) < variant.price() ? variant.price() : null;
    }
}
