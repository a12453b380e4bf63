package vn.ocop.marketplace.web.storefront;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.ListingCard;

/** What a search finds, how it may be narrowed, and what the engine made of the question. */
public record SearchResult(
        List<ListingCard> items,
        long total,
        @Nullable Map<String, List<Bucket>> facets,
        @Nullable String next,
        @Nullable String corrected,
        @Nullable String widened,
        @Nullable String source) {

    static final SearchResult NONE = new SearchResult(List.of(), 0, Map.of(), null, null, null, null);

    public List<Bucket> facet(String name) {
        return facets == null ? List.of() : facets.getOrDefault(name, List.of());
    }

    /** The search engine is away and the database answered, more plainly. */
    public boolean plain() {
        return "database".equals(source);
    }

    /** One value to narrow by and how many there would be. */
    public record Bucket(String value, String label, long count, boolean selected) {}
}
