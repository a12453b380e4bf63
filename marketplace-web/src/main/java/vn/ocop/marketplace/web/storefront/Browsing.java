package vn.ocop.marketplace.web.storefront;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.Visit;

/** Asks for a list of products and says in words how it is narrowed. */
@Component
class Browsing {

    private static final int PAGE_SIZE = 24;

    private final Catalogue catalogue;

    Browsing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param path the page's own address, which may stand for a filter itself
     * @param fixed that filter, or null; it is not offered again
     */
    Mono<Browse> browse(Visit visit, String path, MultiValueMap<String, String> query, Filters.@Nullable Pair fixed) {
        var filters = fixed == null ? Filters.of(query) : Filters.of(query).without(fixed.name());
        var asked = fixed == null ? filters : filters.with(fixed.name(), fixed.value());
        var fixedName = fixed == null ? "" : fixed.name();
        return Mono.zip(
                        catalogue.search(visit.anyone(), asked.toApi(PAGE_SIZE, query.getFirst("after"))),
                        catalogue.provinces(visit.language()),
                        catalogue.categories(visit.language()))
                .map(found -> assemble(
                        visit,
                        path,
                        filters,
                        fixedName,
                        found.getT1(),
                        new FilterWords(visit, found.getT2(), found.getT3(), found.getT1())));
    }

    private static Browse assemble(
            Visit visit, String path, Filters filters, String fixedName, SearchResult result, FilterWords words) {
        var here = visit.link(path);
        return new Browse(
                here,
                filters,
                result,
                chips(here, filters, words),
                sorts(visit, here, filters),
                groups(visit, result, fixedName, words),
                result.next() == null ? null : filters.linkAfter(here, result.next()));
    }

    private static List<Browse.Chip> chips(String here, Filters filters, FilterWords words) {
        var chips = new ArrayList<Browse.Chip>();
        for (var name : List.of("province", "commune", "category", "stars", "shop", "inStock")) {
            for (var value : filters.all(name)) {
                chips.add(new Browse.Chip(
                        words.of(name, value), filters.without(name, value).link(here)));
            }
        }
        if (filters.first("minPrice") != null || filters.first("maxPrice") != null) {
            chips.add(new Browse.Chip(
                    words.priceRange(filters.first("minPrice"), filters.first("maxPrice")),
                    filters.without("minPrice").without("maxPrice").link(here)));
        }
        return chips;
    }

    private static List<Browse.Sort> sorts(Visit visit, String here, Filters filters) {
        var on = filters.first("sort") == null ? Filters.SORTS.getFirst() : filters.first("sort");
        return Filters.SORTS.stream()
                .map(sort -> new Browse.Sort(
                        visit.t("sort." + (sort.equals("-price") ? "price-down" : sort)),
                        filters.with("sort", sort.equals("relevance") ? "" : sort)
                                .link(here),
                        sort.equals(on)))
                .toList();
    }

    private static List<Browse.FacetGroup> groups(
            Visit visit, SearchResult result, String fixedName, FilterWords words) {
        // A shop is in one province, so inside it the province says nothing.
        var known = fixedName.equals("shop") ? Set.of("shop", "province") : Set.of(fixedName);
        var groups = new ArrayList<Browse.FacetGroup>();
        for (var name : List.of("province", "category", "stars", "price", "shop", "inStock")) {
            var choices = known.contains(name) ? List.<Browse.Choice>of() : choices(visit, result, name, words);
            if (!choices.isEmpty()) {
                groups.add(new Browse.FacetGroup(name, visit.t("facet." + name), name.equals("price"), choices));
            }
        }
        return groups;
    }

    private static List<Browse.Choice> choices(Visit visit, SearchResult result, String name, FilterWords words) {
        var choices = result.facet(name).stream()
                .filter(bucket -> bucket.count() > 0 || bucket.selected())
                .filter(bucket -> !name.equals("inStock") || bucket.value().equals("true"))
                .map(bucket -> new Browse.Choice(
                        bucket.value(), words.bucket(name, bucket), bucket.count(), bucket.selected()));
        return switch (name) {
            case "price" -> choices.toList();
            case "stars" ->
                choices.sorted(Comparator.comparing(Browse.Choice::value).reversed())
                        .toList();
            default ->
                choices.sorted(Comparator.comparing(Browse.Choice::selected).reversed())
                        .toList();
        };
    }
}
