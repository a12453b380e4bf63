package vn.ocop.marketplace.web.selling;

import java.util.Locale;

/** How far a listing has got. */
public enum ListingState {
    DRAFT,
    IN_REVIEW,
    ON_SALE,
    PAUSED,
    REFUSED,
    CLOSED;

    /** Part of message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean approved() {
        return this == ON_SALE || this == PAUSED;
    }

    /** Whether its seller may send it to be looked at. */
    public boolean submittable() {
        return this == DRAFT || this == REFUSED;
    }
}
