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
        @Nullable Long matching,
        @Nullable List<Part> understood,
        @Nullable String redirect,
        @Nullable String corrected,
        @Nullable String widened,
        @Nullable String source) {

    static final SearchResult NONE = new SearchResult(List.of(), 0, Map.of(), null, null, null, null, null, null, null);

    public List<Bucket> facet(String name) {
        return facets == null ? List.of() : facets.getOrDefault(name, List.of());
    }

    /** The search engine is away and the database answered, more plainly. */
    public boolean plain() {
        return "database".equals(source);
    }

    /** How many of the items match; those after them only come near. */
    public int matched() {
        return matching == null || matching > items.size() ? items.size() : matching.intValue();
    }

    /** All there are, without those that only come near. */
    public long counted() {
        return matched() < items.size() ? matched() : total;
    }

    public List<Part> parts() {
        return understood == null ? List.of() : understood;
    }

    /** A part of the words that was taken for more than words, and the words without it. */
    public record Part(String kind, String text, String label, String without) {}

    /** One value to narrow by and how many there would be. */
    public record Bucket(String value, String label, long count, boolean selected) {}
}
