package vn.ocop.marketplace.search;

import org.jspecify.annotations.Nullable;

/** The price bands of the facet, in đồng. Both bounds belong to a band, as they do to the filter it stands for. */
enum PriceBand {
    UP_TO_50K(0, 50_000),
    UP_TO_100K(50_000, 100_000),
    UP_TO_200K(100_000, 200_000),
    UP_TO_500K(200_000, 500_000),
    ABOVE(500_000, null);

    private final long from;
    private final @Nullable Long to;

    PriceBand(long from, @Nullable Integer to) {
        this.from = from;
        this.to = to == null ? null : to.longValue();
    }

    long from() {
        return from;
    }

    @Nullable Long to() {
        return to;
    }

    String value() {
        return from + "-" + (to == null ? "" : to);
    }

    boolean chosenBy(ListingFilters filters) {
        Long min = filters.minPrice();
        Long max = filters.maxPrice();
        return filters.narrowsPrice() && (min == null ? 0 : min) == from && (to == null ? max == null : to.equals(max));
    }
}
