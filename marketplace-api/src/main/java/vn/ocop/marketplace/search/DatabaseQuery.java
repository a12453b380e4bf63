package vn.ocop.marketplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import vn.ocop.marketplace.platform.Language;

/** The two statements of a question: one page of cards, and all counts in one reading of what matches. */
final class DatabaseQuery {

    private final ListingQuestion question;
    private final LocalDate today;
    private final String textCondition;
    private final Map<String, String> patterns = new LinkedHashMap<>();

    DatabaseQuery(ListingQuestion question, UnderstoodText text, LocalDate today) {
        this.question = question;
        this.today = today;
        this.textCondition = text.spans().stream().map(this::spanMatches).collect(Collectors.joining());
        patterns.put("phrase", pattern(text.words()));
    }

    /** Any of the alternatives, each with all its words; only bound values come from the shopper. */
    private String spanMatches(UnderstoodText.Span span) {
        return span.alternatives().stream()
                .map(words -> words.stream().map(this::wordMatches).collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or ", " and (", ")"));
    }

    /** The first condition can use the trigram index, the second sees to it that a word begins there. */
    private String wordMatches(Word word) {
        int number = patterns.size();
        patterns.put("has" + number, "%" + word.plain() + "%");
        patterns.put("word" + number, "% " + word.plain() + "%");
        return "folded like :has%1$d and ' ' || folded like :word%1$d".formatted(number);
    }

    private static String pattern(List<Word> words) {
        return words.stream().map(Word::plain).collect(Collectors.joining(" ", "%", "%"));
    }

    /** What matches, with one column for each facet that says whether the listing passes what is chosen in it. */
    private String matching() {
        return """
                with matching as %s (
                select id, category_path, province_code, shop_slug, shop_name, price, in_stock, stars, stars_from, stars_to,
                       category_code, sold_count, published_at, folded,
                       cardinality(:provinces::text[]) = 0 or province_code = any(:provinces) as in_province,
                       cardinality(:categories::text[]) = 0 or category_path && :categories as in_category,
                       cardinality(:stars::int[]) = 0
                           or coalesce(stars::int = any(:stars) and stars_from <= :today and stars_to > :today, false) as in_stars,
                       cardinality(:shops::uuid[]) = 0 or shop_id = any(:shops) as in_shop,
                       price between coalesce(:minPrice::bigint, 0) and coalesce(:maxPrice::bigint, price) as in_price,
                       not :inStock or in_stock as in_stocked
                       %s
                  from listing.published_cards
                 where on_sale
                   and (cardinality(:communes::text[]) = 0 or commune_code = any(:communes))%s)
                """;
    }

    String counts() {
        return matching().formatted("materialized", "", textCondition) + """
                select 'total' as facet, '' as value, count(*) as listings from matching
                 where in_province and in_category and in_stars and in_shop and in_price and in_stocked
                union all
                select 'unfiltered', '', count(*) from matching
                union all
                select 'province', province_code, count(*) from matching
                 where in_category and in_stars and in_shop and in_price and in_stocked group by province_code
                union all
                select 'category', node, count(*) from matching, unnest(category_path) as node
                 where in_province and in_stars and in_shop and in_price and in_stocked and node ~ '^g' group by node
                union all
                select 'stars', stars::text, count(*) from matching
                 where in_province and in_category and in_shop and in_price and in_stocked
                   and stars_from <= :today and stars_to > :today group by stars
                union all
                select 'price', band, count(*) from matching
                  join (values %s) as bands (band, low, high) on price between low and high
                 where in_province and in_category and in_stars and in_shop and in_stocked group by band
                union all
                (select 'shop', shop_slug || e'\\t' || shop_name, count(*) from matching
                 where in_province and in_category and in_stars and in_price and in_stocked
                 group by shop_slug, shop_name order by count(*) desc, shop_slug limit 20)
                union all
                select 'inStock', in_stock::text, count(*) from matching
                 where in_province and in_category and in_stars and in_shop and in_price group by in_stock
                order by listings desc, value
                """.formatted(priceBands());
    }

    private static String priceBands() {
        var bands = new ArrayList<String>();
        for (var band : PriceBand.values()) {
            Long to = band.to();
            bands.add("('%s', %d, %d)".formatted(band.value(), band.from(), to == null ? Long.MAX_VALUE : to));
        }
        return String.join(", ", bands);
    }

    String page() {
        String card = question.language() == Language.EN ? ", card_en" : ", card_vi";
        return matching().formatted("not materialized", card + ", " + key() + " as key", textCondition)
                + """
                select id, category_code, stars, stars_from, stars_to, key%s
                  from matching
                 where in_province and in_category and in_stars and in_shop and in_price and in_stocked%s
                 order by key %s, id
                 limit :limit
                offset :offset
                """.formatted(card, afterMark(), question.sort().direction());
    }

    private String key() {
        String key = switch (question.sort()) {
            case PRICE, PRICE_DESCENDING -> "price";
            case NEWEST -> "floor(extract(epoch from published_at) * 1000)";
            case BEST_SELLING -> "sold_count";
            case RELEVANCE -> "(folded like :phrase)::int * 10 + in_stock::int + log(1 + sold_count) / 20";
        };
        return "(" + key + ")::float8";
    }

    private String afterMark() {
        if (!compares()) {
            return "";
        }
        String further = "asc".equals(question.sort().direction()) ? ">" : "<";
        return " and (key " + further + " :key or (key = :key and id > :id))";
    }

    private boolean compares() {
        var after = question.after();
        return after != null && after.comparable(SearchSource.DATABASE, question.sort());
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        var filters = question.filters();
        var bound = statement
                .bind("provinces", filters.provinces().toArray(String[]::new))
                .bind("categories", filters.categories().toArray(String[]::new))
                .bind("communes", filters.communes().toArray(String[]::new))
                .bind("stars", filters.stars().toArray(Integer[]::new))
                .bind(
                        "shops",
                        filters.shops().stream()
                                .map(ListingFilters.ChosenShop::id)
                                .toArray(UUID[]::new))
                .bind("minPrice", Parameter.fromOrEmpty(filters.minPrice(), Long.class))
                .bind("maxPrice", Parameter.fromOrEmpty(filters.maxPrice(), Long.class))
                .bind("inStock", filters.inStock())
                .bind("today", today);
        for (var pattern : patterns.entrySet()) {
            if (!pattern.getKey().equals("phrase")) {
                bound = bound.bind(pattern.getKey(), pattern.getValue());
            }
        }
        return bound;
    }

    GenericExecuteSpec bindPage(GenericExecuteSpec statement) {
        var bound = bind(statement).bind("limit", question.limit());
        if (question.sort() == ListingSort.RELEVANCE) {
            bound = bound.bind("phrase", patterns.getOrDefault("phrase", "%"));
        }
        var after = question.after();
        if (after == null || !compares()) {
            return bound.bind("offset", question.seen());
        }
        return bound.bind("offset", 0).bind("key", after.key()).bind("id", after.id());
    }
}
