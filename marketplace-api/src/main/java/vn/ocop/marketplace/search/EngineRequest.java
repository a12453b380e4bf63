package vn.ocop.marketplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ocop.marketplace.platform.Language;

/** A whole question as one request to the engine: the page, the total and the counts of every facet. */
final class EngineRequest {

    static final String ALL = "all";
    static final String COUNTS = "counts";
    private static final int SHOPS_SHOWN = 20;
    private static final int PROVINCES = 40;
    private static final int GROUPS = 20;
    /** The engine counts no further than ten thousand. */
    private static final int DEEPEST = 9_900;

    private EngineRequest() {}

    /** @param near whether what comes near will do, because nothing matched */
    static Map<String, Object> of(ListingQuestion question, UnderstoodText text, boolean near, LocalDate today) {
        var filters = new FilterClauses(question.filters(), today);
        var request = new LinkedHashMap<String, Object>();
        request.put("size", question.limit());
        request.put("track_total_hits", true);
        request.put("_source", false);
        request.put("stored_fields", List.of("dated", card(question.language())));
        request.put("query", ranked(matching(text, near, filters.others()), today));
        if (!filters.nothingChosen()) {
            request.put("post_filter", filters.chosen());
        }
        request.put("sort", sort(question.sort()));
        var after = question.after();
        if (after != null && after.comparable(SearchSource.SEARCH, question.sort())) {
            request.put("search_after", List.of(after.key(), after.id().toString()));
        } else if (after != null) {
            // A score of the database means nothing here.
            request.put("from", Math.min(after.seen(), DEEPEST));
        }
        request.put("aggs", facets(filters, question.filters(), today));
        return request;
    }

    static String card(Language language) {
        return language == Language.EN ? "cardEn" : "cardVi";
    }

    private static Map<String, Object> matching(UnderstoodText text, boolean near, List<Map<String, Object>> filters) {
        if (text.isEmpty()) {
            return FilterClauses.all(filters);
        }
        var clauses = near ? TextClauses.near(text) : TextClauses.all(text);
        return filters.isEmpty() ? clauses : TextClauses.bool(List.of(clauses), filters, List.of(), 0);
    }

    /** Text decides; stock, sales and stars tip the balance between listings that match alike. */
    static Map<String, Object> ranked(Map<String, Object> query, LocalDate today) {
        var isFilter = query.containsKey("match_all") || isOnlyFilter(query);
        return Map.of(
                "function_score",
                Map.of(
                        "query",
                        isFilter ? Map.of("constant_score", Map.of("filter", query)) : query,
                        "functions",
                        List.of(
                                Map.of("field_value_factor", Map.of("field", "rank", "missing", 1)),
                                stars(5, 1.15, today),
                                stars(4, 1.08, today),
                                stars(3, 1.03, today)),
                        "score_mode",
                        "multiply",
                        "boost_mode",
                        "multiply"));
    }

    private static boolean isOnlyFilter(Map<String, Object> query) {
        return query.get("bool") instanceof Map<?, ?> bool && bool.size() == 1 && bool.containsKey("filter");
    }

    private static Map<String, Object> stars(int stars, double weight, LocalDate today) {
        return Map.of(
                "filter", FilterClauses.certified(today, Map.of("term", Map.of("stars", stars))), "weight", weight);
    }

    private static List<Map<String, String>> sort(ListingSort sort) {
        return List.of(Map.of(sort.field(), sort.direction()), Map.of("id", "asc"));
    }

    private static Map<String, Object> facets(FilterClauses filters, ListingFilters chosen, LocalDate today) {
        var facets = new LinkedHashMap<String, Object>();
        facets.put(ALL, Map.of("filter", Map.of("match_all", Map.of())));
        facets.put(
                Facet.PROVINCE.wireName(), counted(filters.chosenBeside(Facet.PROVINCE), terms("province", PROVINCES)));
        facets.put(
                Facet.CATEGORY.wireName(),
                counted(
                        filters.chosenBeside(Facet.CATEGORY),
                        Map.of("terms", Map.of("field", "category", "size", GROUPS, "include", "g[0-9]+"))));
        facets.put(
                Facet.STARS.wireName(),
                counted(FilterClauses.certified(today, filters.chosenBeside(Facet.STARS)), terms("stars", 3)));
        facets.put(Facet.PRICE.wireName(), counted(filters.chosenBeside(Facet.PRICE), priceBands()));
        facets.put(Facet.SHOP.wireName(), counted(filters.chosenBeside(Facet.SHOP), terms("shop", SHOPS_SHOWN)));
        facets.put(Facet.IN_STOCK.wireName(), counted(filters.chosenBeside(Facet.IN_STOCK), terms("inStock", 2)));
        return facets;
    }

    private static Map<String, Object> counted(Map<String, Object> filter, Map<String, Object> counts) {
        return Map.of("filter", filter, "aggs", Map.of(COUNTS, counts));
    }

    private static Map<String, Object> terms(String field, int size) {
        return Map.of("terms", Map.of("field", field, "size", size));
    }

    private static Map<String, Object> priceBands() {
        var ranges = new ArrayList<Map<String, Object>>();
        for (var band : PriceBand.values()) {
            var range = new LinkedHashMap<String, Object>();
            range.put("key", band.value());
            range.put("from", band.from());
            var to = band.to();
            if (to != null) {
                // The engine leaves the upper bound out; ours belongs to the band.
                range.put("to", to + 1);
            }
            ranges.add(range);
        }
        return Map.of("range", Map.of("field", "price", "ranges", ranges));
    }
}
