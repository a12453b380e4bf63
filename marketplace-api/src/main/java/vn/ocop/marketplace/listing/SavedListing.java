package vn.ocop.marketplace.listing;

import java.util.UUID;

/** Where a listing stands after its seller saved it. */
public record SavedListing(UUID id, String slug, long revision, ListingStatus status) {}
