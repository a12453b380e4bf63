package vn.ocop.marketplace.search.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Unit;

/**
 * What a search answers. The bytes are put together from ready cards; this record is their description.
 *
 * @param matching how many of them match; a short list goes on with those that only come near
 * @param next cursor of the following page
 * @param understood the parts of the text, each with the text that is left when it is taken away; empty when all of it
 *     is plain words
 * @param redirect page of the site the administrators send whoever types this to
 * @param corrected the text that was searched instead of the one typed
 * @param widened a sentence saying that nothing matched and these come near
 * @param source {@code search}, or {@code database} while the search engine is away
 */
record ListingPageResponse(
        List<ListingCardResponse> items,
        long total,
        long matching,
        Facets facets,
        @Nullable String next,
        List<UnderstoodPart> understood,
        @Nullable String redirect,
        @Nullable String corrected,
        @Nullable String widened,
        String source) {

    /**
     * A part of the text that was taken for more than words.
     *
     * @param kind {@code text}, {@code group}, {@code place}, {@code stars} or {@code price}
     * @param text as typed
     * @param label as it was understood
     * @param without the text without this part
     */
    record UnderstoodPart(String kind, String text, String label, String without) {}

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
            @Nullable Long before,
            @Nullable Instant offerUntil,
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
