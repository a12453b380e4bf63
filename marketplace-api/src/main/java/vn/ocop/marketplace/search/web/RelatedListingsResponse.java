package vn.ocop.marketplace.search.web;

import java.util.List;

/**
 * Listings like one, others of its commune, and what is bought with it; described here, put together from ready cards.
 */
record RelatedListingsResponse(
        List<ListingPageResponse.ListingCardResponse> similar,
        List<ListingPageResponse.ListingCardResponse> sameCommune,
        List<ListingPageResponse.ListingCardResponse> boughtTogether) {}
