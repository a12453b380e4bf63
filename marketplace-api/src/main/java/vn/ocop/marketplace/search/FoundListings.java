package vn.ocop.marketplace.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.DatedCard;

/**
 * One page of listings with counts, as the engine or the database found them.
 *
 * @param ids of the cards, in their order
 * @param total how many there are on all pages
 * @param unfiltered how many the text alone finds, whatever is chosen in the facets
 */
record FoundListings(
        List<String> ids,
        List<DatedCard> cards,
        long total,
        long unfiltered,
        Map<Facet, List<Count>> facets,
        @Nullable PageMark next) {

    FoundListings {
        ids = List.copyOf(ids);
        cards = List.copyOf(cards);
        facets = Map.copyOf(facets);
    }

    /** How many listings a facet value would show. */
    record Count(String value, long count) {}
}
