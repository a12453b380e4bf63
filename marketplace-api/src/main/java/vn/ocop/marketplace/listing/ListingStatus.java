package vn.ocop.marketplace.listing;

import java.util.EnumSet;
import java.util.Set;

/** The life of a listing. Nobody sees it before somebody approved it. */
public enum ListingStatus {
    DRAFT,
    /** Waits for an officer of the shop's province. */
    IN_REVIEW,
    ON_SALE,
    /** Approved, and hidden by its seller for a while. */
    PAUSED,
    /** Not approved, or taken off sale; the seller reads why, mends it and submits it again. */
    REFUSED,
    /** Archived for good. */
    CLOSED;

    /** Where its seller may take it. */
    Set<ListingStatus> bySeller() {
        return switch (this) {
            case DRAFT, REFUSED -> EnumSet.of(IN_REVIEW, CLOSED);
            case IN_REVIEW -> EnumSet.of(DRAFT, CLOSED);
            case ON_SALE -> EnumSet.of(PAUSED, CLOSED);
            case PAUSED -> EnumSet.of(ON_SALE, CLOSED);
            case CLOSED -> EnumSet.noneOf(ListingStatus.class);
        };
    }

    /** Where an officer may take it. */
    Set<ListingStatus> byOfficer() {
        return switch (this) {
            case IN_REVIEW -> EnumSet.of(ON_SALE, REFUSED);
            case ON_SALE, PAUSED -> EnumSet.of(REFUSED);
            case DRAFT, REFUSED, CLOSED -> EnumSet.noneOf(ListingStatus.class);
        };
    }

    /** Whether buyers know it, so that what they trust about it may have to be looked at before it changes. */
    boolean approved() {
        return this == ON_SALE || this == PAUSED;
    }
}
