package vn.ocop.marketplace.search.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Unit;

/**
 * What a search answers. The bytes are put together from ready cards; this record is their description.
 *
 * @param next cursor of the following page
 * @param corrected the text that was searched instead of the one typed
 * @param widened a sentence saying that nothing matched and these come near
 * @param source {@code search}, or {@code database} while the search engine is away
 */
record ListingPageResponse(
        List<ListingCardResponse> items,
        long total,
        Facets facets,
        @Nullable String next,
        @Nullable String corrected,
        @Nullable String widened,
        String source) {

    /** Counts by facet; what is chosen in a facet does not narrow its own counts. */
    record Facets(
            List<Bucket> province,
            List<Bucket> category,
            List<Bucket> stars,
            List<Bucket> price,
            List<Bucket> shop,
            List<Bucket> inStock) {}

    /** One value of a facet. */
    record Bucket(String value, String label, long count, boolean selected) {}

    /** A listing in a list. */
    record ListingCardResponse(
            UUID id,
            String slug,
            String title,
            ShopName shop,
            Unit province,
            CommuneUnit commune,
            CategoryName category,
            long price,
            @Nullable Long priceTo,
            boolean inStock,
            long soldCount,
            @Nullable Picture picture,
            @Nullable Integer stars,
            boolean ageRestricted) {}

    /** A shop as a card names it. */
    record ShopName(UUID id, String slug, String name) {}

    /** A product set as a card names it. */
    record CategoryName(String code, String name, String slug) {}
}
