package vn.ocop.marketplace.listing;

import java.time.Duration;
import java.time.Instant;

/** Until when a shop is new, so that changes of what buyers trust are looked at before they show. */
record ModerationRule(int newForDays, int newUntilListed) {

    boolean isNew(Instant joinedAt, long approvedListings, Instant now) {
        return joinedAt.plus(Duration.ofDays(newForDays)).isAfter(now) || approvedListings < newUntilListed;
    }
}
