package vn.ocop.marketplace.web.selling;

/** Where a listing stands after it was saved. */
record SavedListing(String id, String slug, long revision, ListingState status, boolean awaitsReview) {}
