package vn.ocop.marketplace.listing;

import java.util.EnumSet;
import java.util.Set;

/** The life of a listing. */
public enum ListingStatus {
    DRAFT,
    ON_SALE,
    PAUSED,
    CLOSED;

    Set<ListingStatus> next() {
        return switch (this) {
            case DRAFT, PAUSED -> EnumSet.of(ON_SALE, CLOSED);
            case ON_SALE -> EnumSet.of(PAUSED, CLOSED);
            case CLOSED -> EnumSet.noneOf(ListingStatus.class);
        };
    }
}
