package vn.ocop.marketplace.indexer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.ListingDocument;

/**
 * What the index should hold of a listing.
 *
 * @param revision version of the document; zero when the listing does not exist
 * @param document absent when the listing is not on sale
 */
record ListingState(UUID id, long revision, @Nullable ListingDocument document) {}
