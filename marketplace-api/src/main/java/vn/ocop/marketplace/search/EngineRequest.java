package vn.ocop.marketplace.search;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Language;

/** A whole question as one request to the engine: the page, the total and the counts of every facet. */
final class EngineRequest {

    static final String ALL = "all";
    /** What the names of filters begin with under which facets are counted. */
    static final String SHARED = "under";

    private static final int SHOPS_SHOWN = 20;
    private static final int PROVINCES = 40;
    private static final int GROUPS = 20;
    /** The engine counts no further than ten thousand. */
    private static final int DEEPEST = 9_900;

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private EngineRequest() {}

    /** @param text what must match of the text; absent to browse */
    static Map<String, Object> of(ListingQuestion question, @Nullable Map<String, Object> text, LocalDate today) {
        var request = page(question, text, today);
        request.put("track_total_hits", true);
        request.put("aggs", facets(new FilterClauses(question.filters(), today), today));
        return request;
    }

    /** The listings alone, without counting anything. */
    static Map<String, Object> page(ListingQuestion question, @Nullable Map<String, Object> text, LocalDate today) {
        var filters = new FilterClauses(question.filters(), today);
        var request = new LinkedHashMap<String, Object>();
        request.put("size", question.limit());
        request.put("track_total_hits", false);
        request.put("_source", false);
        request.put("stored_fields", List.of("dated", card(question.language())));
        request.put("query", ranked(text, filters.others(), question.near(), today));
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
        return request;
    }

    static String card(Language language) {
        return language == Language.EN ? "cardEn" : "cardVi";
    }

    /** Text decides; what a listing has to its credit tips the balance between those that match alike. */
    static Map<String, Object> ranked(
            @Nullable Map<String, Object> text,
            List<Map<String, Object>> filters,
            @Nullable String near,
            LocalDate today) {
        return Map.of(
                "bool",
                Map.of(
                        "must",
                        text == null ? List.of(Map.of("match_all", Map.of("boost", 0))) : List.of(text),
                        "filter",
                        filters,
                        "should",
                        credit(near, today)));
    }

    private static List<Map<String, Object>> credit(@Nullable String near, LocalDate today) {
        var credit = new ArrayList<Map<String, Object>>();
        credit.add(function(
                Map.of("field_value_factor", Map.of("field", "rank", "missing", 1)), RankingWeights.STOCK_AND_SALES));
        credit.add(function(
                Map.of(
                        "gauss",
                        Map.of(
                                "publishedAt",
                                Map.of(
                                        "origin",
                                        today.toEpochDay() * DAY_MILLIS,
                                        "scale",
                                        (long) RankingWeights.FRESH_DAYS * DAY_MILLIS,
                                        "decay",
                                        0.5))),
                RankingWeights.FRESH));
        credit.add(stars(5, RankingWeights.FIVE_STARS, today));
        credit.add(stars(4, RankingWeights.FOUR_STARS, today));
        credit.add(stars(3, RankingWeights.THREE_STARS, today));
        if (near != null) {
            credit.add(TextClauses.term("province", near, RankingWeights.NEAR));
        }
        return credit;
    }

    private static Map<String, Object> function(Map<String, Object> function, double weight) {
        return Map.of(
                "function_score",
                Map.of(
                        "query",
                        Map.of("match_all", Map.of()),
                        "functions",
                        List.of(function),
                        "boost_mode",
                        "replace",
                        "boost",
                        weight));
    }

    private static Map<String, Object> stars(int stars, double weight, LocalDate today) {
        return Map.of(
                "constant_score",
                Map.of(
                        "filter",
                        FilterClauses.certified(today, Map.of("term", Map.of("stars", stars))),
                        "boost",
                        weight));
    }

    private static List<Map<String, String>> sort(ListingSort sort) {
        return List.of(Map.of(sort.field(), sort.direction()), Map.of("id", "asc"));
    }

    /** Facets that count under the same filters share one of the engine's filters: evaluating it is what costs. */
    private static Map<String, Object> facets(FilterClauses filters, LocalDate today) {
        var byFilter = new LinkedHashMap<Map<String, Object>, Map<String, Object>>();
        for (var facet : Facet.values()) {
            var beside = filters.chosenBeside(facet);
            var filter = facet == Facet.STARS ? FilterClauses.certified(today, beside) : beside;
            byFilter.computeIfAbsent(filter, key -> new LinkedHashMap<>()).put(facet.wireName(), counts(facet));
        }
        var facets = new LinkedHashMap<String, Object>();
        facets.put(ALL, Map.of("filter", Map.of("match_all", Map.of())));
        byFilter.forEach(
                (filter, counts) -> facets.put(SHARED + facets.size(), Map.of("filter", filter, "aggs", counts)));
        return facets;
    }

    private static Map<String, Object> counts(Facet facet) {
        return switch (facet) {
            case PROVINCE -> terms("province", PROVINCES);
            case CATEGORY -> Map.of("terms", Map.of("field", "category", "size", GROUPS, "include", "g[0-9]+"));
            case STARS -> terms("stars", 3);
            case PRICE -> priceBands();
            case SHOP -> terms("shop", SHOPS_SHOWN);
            case IN_STOCK -> terms("inStock", 2);
        };
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
