package vn.ocop.marketplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was chosen, as filters of the engine: one for each facet, and those that no facet stands for. */
final class FilterClauses {

    private final Map<Facet, Map<String, Object>> byFacet = new EnumMap<>(Facet.class);
    private final List<Map<String, Object>> others = new ArrayList<>();

    FilterClauses(ListingFilters filters, LocalDate today) {
        put(Facet.PROVINCE, anyOf("province", filters.provinces()));
        put(Facet.CATEGORY, anyOf("category", filters.categories()));
        put(
                Facet.SHOP,
                anyOf(
                        "shopId",
                        filters.shops().stream()
                                .map(shop -> shop.id().toString())
                                .toList()));
        if (!filters.stars().isEmpty()) {
            byFacet.put(Facet.STARS, certified(today, Map.of("terms", Map.of("stars", filters.stars()))));
        }
        if (filters.narrowsPrice()) {
            byFacet.put(Facet.PRICE, priceBetween(filters.minPrice(), filters.maxPrice()));
        }
        if (filters.inStock()) {
            byFacet.put(Facet.IN_STOCK, Map.of("term", Map.of("inStock", true)));
        }
        if (!filters.communes().isEmpty()) {
            others.add(Map.of("terms", Map.of("commune", filters.communes())));
        }
    }

    private void put(Facet facet, @Nullable Map<String, Object> clause) {
        if (clause != null) {
            byFacet.put(facet, clause);
        }
    }

    private static @Nullable Map<String, Object> anyOf(String field, Collection<String> values) {
        return values.isEmpty() ? null : Map.of("terms", Map.of(field, values));
    }

    private static Map<String, Object> priceBetween(@Nullable Long min, @Nullable Long max) {
        var range = new HashMap<String, Object>();
        if (min != null) {
            range.put("gte", min);
        }
        if (max != null) {
            range.put("lte", max);
        }
        return Map.of("range", Map.of("price", range));
    }

    /** Stars count from the first day of their certificate until the day it ends. */
    static Map<String, Object> certified(LocalDate today, Map<String, Object> stars) {
        return all(List.of(
                stars,
                Map.of("range", Map.of("starsFrom", Map.of("lte", today.toString()))),
                Map.of("range", Map.of("starsTo", Map.of("gt", today.toString())))));
    }

    /** Filters no facet stands for: they narrow the counts too. */
    List<Map<String, Object>> others() {
        return others;
    }

    Map<String, Object> chosen() {
        return all(List.copyOf(byFacet.values()));
    }

    boolean nothingChosen() {
        return byFacet.isEmpty();
    }

    /** What counts in a facet: everything chosen elsewhere, so that its own other values stay in reach. */
    Map<String, Object> chosenBeside(Facet facet) {
        return all(byFacet.entrySet().stream()
                .filter(entry -> entry.getKey() != facet)
                .map(Map.Entry::getValue)
                .toList());
    }

    static Map<String, Object> all(List<Map<String, Object>> filters) {
        return filters.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", filters));
    }
}
