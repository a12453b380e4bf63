package vn.ocop.marketplace.listing;

import java.util.UUID;

/**
 * Where a listing stands after somebody saved it.
 *
 * @param awaitsReview whether part of the change waits for an officer while the old text stays
 */
public record SavedListing(UUID id, String slug, long revision, ListingStatus status, boolean awaitsReview) {

    SavedListing awaiting(boolean review) {
        return new SavedListing(id, slug, revision, status, review);
    }
}
