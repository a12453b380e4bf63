package vn.ocop.marketplace.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.search.ListingFilters;
import vn.ocop.marketplace.search.ListingFilters.ChosenShop;
import vn.ocop.marketplace.search.ListingQuestion;
import vn.ocop.marketplace.search.ListingSort;
import vn.ocop.marketplace.search.PageMark;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;

/** Reads the query string of a search; every value that makes no sense is named in one refusal. */
@Component
class SearchParameters {

    private static final long HIGHEST_PRICE = 1_000_000_000_000L;
    private static final int MOST_VALUES = 50;

    private final Territory territory;
    private final Categories categories;
    private final ShopDirectory shops;

    SearchParameters(Territory territory, Categories categories, ShopDirectory shops) {
        this.territory = territory;
        this.categories = categories;
        this.shops = shops;
    }

    Mono<ListingQuestion> question(MultiValueMap<String, String> query, Language language) {
        var problems = new ArrayList<FieldProblem>();
        return shops(query, problems).map(chosen -> question(query, language, chosen, problems));
    }

    private ListingQuestion question(
            MultiValueMap<String, String> query,
            Language language,
            List<ChosenShop> shops,
            List<FieldProblem> problems) {
        var text = text(query, problems);
        var filters = new ListingFilters(
                units(
                        query,
                        "province",
                        problems,
                        value -> territory.provinceByCodeOrSlug(value).map(Province::code)),
                units(
                        query,
                        "commune",
                        problems,
                        value -> territory.commune(value).map(Commune::code)),
                units(
                        query,
                        "category",
                        problems,
                        value -> categories.find(value).map(Category::code)),
                units(query, "stars", problems, SearchParameters::stars),
                shops,
                price(query, "minPrice", problems),
                price(query, "maxPrice", problems),
                flag(query, "inStock", problems));
        var near = units(
                query,
                "near",
                problems,
                value -> territory.provinceByCodeOrSlug(value).map(Province::code));
        boolean verbatim = flag(query, "verbatim", problems);
        var sort = sort(query, problems);
        int limit = limit(query, problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, problems);
        }
        int fingerprint = ListingQuestion.fingerprint(text + (verbatim ? '!' : ' ') + near, filters, sort);
        return new ListingQuestion(
                text,
                filters,
                sort,
                limit,
                after(query, fingerprint),
                language,
                fingerprint,
                verbatim,
                near.isEmpty() ? null : near.getFirst());
    }

    private static String text(MultiValueMap<String, String> query, List<FieldProblem> problems) {
        var text = VietnameseText.nfc(first(query, "q").orElse("")).strip();
        if (text.codePointCount(0, text.length()) > ListingQuestion.LONGEST_TEXT) {
            problems.add(new FieldProblem("q", "field.size"));
        }
        return text;
    }

    private static <T> List<T> units(
            MultiValueMap<String, String> query,
            String name,
            List<FieldProblem> problems,
            Function<String, Optional<T>> find) {
        var found = new ArrayList<T>();
        for (var value : values(query, name, problems)) {
            find.apply(value)
                    .ifPresentOrElse(found::add, () -> problems.add(new FieldProblem(name, "field.unknown", value)));
        }
        return found.stream().distinct().toList();
    }

    private static List<String> values(MultiValueMap<String, String> query, String name, List<FieldProblem> problems) {
        var values = query.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (values.size() > MOST_VALUES) {
            problems.add(new FieldProblem(name, "field.size"));
            return List.of();
        }
        return values;
    }

    private static Optional<Integer> stars(String value) {
        return List.of("3", "4", "5").contains(value) ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private Mono<List<ChosenShop>> shops(MultiValueMap<String, String> query, List<FieldProblem> problems) {
        return Flux.fromIterable(values(query, "shop", problems))
                .concatMap(value -> shops.find(value)
                        .map(shop -> Optional.of(new ChosenShop(shop.id(), shop.slug(), shop.name())))
                        .defaultIfEmpty(Optional.empty())
                        .doOnNext(found -> {
                            if (found.isEmpty()) {
                                problems.add(new FieldProblem("shop", "field.unknown", value));
                            }
                        }))
                .flatMap(Mono::justOrEmpty)
                .distinct(ChosenShop::id)
                .collectList();
    }

    private static @Nullable Long price(MultiValueMap<String, String> query, String name, List<FieldProblem> problems) {
        var value = first(query, name).filter(given -> !given.isBlank());
        if (value.isEmpty()) {
            return null;
        }
        try {
            long price = Long.parseLong(value.get());
            if (price >= 0 && price <= HIGHEST_PRICE) {
                return price;
            }
            problems.add(new FieldProblem(name, price < 0 ? "field.min" : "field.max"));
        } catch (NumberFormatException notANumber) {
            problems.add(new FieldProblem(name, "field.wrong-type"));
        }
        return null;
    }

    private static boolean flag(MultiValueMap<String, String> query, String name, List<FieldProblem> problems) {
        var value = first(query, name).orElse("");
        if (!List.of("", "true", "false").contains(value)) {
            problems.add(new FieldProblem(name, "field.wrong-type"));
        }
        return "true".equals(value);
    }

    private static ListingSort sort(MultiValueMap<String, String> query, List<FieldProblem> problems) {
        var value = first(query, "sort").filter(given -> !given.isBlank());
        return value.flatMap(ListingSort::of).orElseGet(() -> {
            value.ifPresent(unknown -> problems.add(new FieldProblem("sort", "field.unknown", unknown)));
            return ListingSort.RELEVANCE;
        });
    }

    private static int limit(MultiValueMap<String, String> query, List<FieldProblem> problems) {
        var value = first(query, "limit").filter(given -> !given.isBlank());
        try {
            int limit = value.map(Integer::parseInt).orElse(Page.DEFAULT_LIMIT);
            if (limit >= 1 && limit <= Page.MAX_LIMIT) {
                return limit;
            }
            problems.add(new FieldProblem("limit", limit < 1 ? "field.min" : "field.max"));
        } catch (NumberFormatException notANumber) {
            problems.add(new FieldProblem("limit", "field.wrong-type"));
        }
        return Page.DEFAULT_LIMIT;
    }

    private static @Nullable PageMark after(MultiValueMap<String, String> query, int fingerprint) {
        return first(query, "after")
                .filter(cursor -> !cursor.isBlank())
                .map(cursor -> PageMark.decode(cursor, fingerprint))
                .orElse(null);
    }

    private static Optional<String> first(MultiValueMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name));
    }
}
