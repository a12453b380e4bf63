package vn.ocop.marketplace.search.web;

import java.util.List;

/** Listings like one, and others of its commune; described here, put together from ready cards. */
record RelatedListingsResponse(
        List<ListingPageResponse.ListingCardResponse> similar,
        List<ListingPageResponse.ListingCardResponse> sameCommune) {}
