package vn.ocop.marketplace.indexer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.ListingDocument;

/**
 * What the index should hold of a listing.
 *
 * @param revision version of the document; zero when the listing does not exist
 * @param document absent when the listing is not on sale
 * @param problem why no document could be made of a listing that is on sale
 */
record ListingState(
        UUID id,
        long revision,
        @Nullable ListingDocument document,
        @Nullable String problem) {

    static ListingState onSale(UUID id, long revision, ListingDocument document) {
        return new ListingState(id, revision, document, null);
    }

    static ListingState notOnSale(UUID id, long revision) {
        return new ListingState(id, revision, null, null);
    }

    static ListingState vanished(UUID id) {
        return new ListingState(id, 0, null, null);
    }

    static ListingState unreadable(UUID id, long revision, String problem) {
        return new ListingState(id, revision, null, problem);
    }
}
