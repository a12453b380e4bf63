package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of products with the ways to narrow, order and go on with it; shared by search, groups, floors and shops. */
public record Browse(
        String path,
        Filters filters,
        SearchResult result,
        List<Chip> chips,
        List<Sort> sorts,
        List<FacetGroup> groups,
        @Nullable String nextHref) {

    public boolean isEmpty() {
        return result.items().isEmpty();
    }

    /** What the words were taken for, each with the address without it. */
    public List<Chip> understood() {
        return result.parts().stream()
                .map(part -> new Chip(
                        part.label(),
                        filters.with("q", part.without()).without("verbatim").link(path)))
                .toList();
    }

    /** The same words, searched as they are typed. */
    public String asTyped() {
        return filters.with("verbatim", "true").link(path);
    }

    /** A filter that is on and the address without it. */
    public record Chip(String text, String removeHref) {}

    /** An order of the list. */
    public record Sort(String text, String href, boolean on) {}

    /** Choices of one kind; those beyond the first few are folded away. */
    public record FacetGroup(String name, String title, boolean single, List<Choice> choices) {

        private static final int SHOWN = 7;

        public List<Choice> shown() {
            return choices.size() <= SHOWN + 2 ? choices : choices.subList(0, SHOWN);
        }

        public List<Choice> folded() {
            return choices.size() <= SHOWN + 2 ? List.of() : choices.subList(SHOWN, choices.size());
        }
    }

    /** One choice; stars carries the number for the badge. */
    public record Choice(String value, String label, long count, boolean selected) {}
}
