package vn.ocop.marketplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import vn.ocop.marketplace.platform.Language;

/**
 * The statements of a question. Only conditions that are asked for are in them, so that the planner sees what there is
 * to choose an index by.
 *
 * <p>Whether to find everything that matches and sort it, or to go through an index in the order asked for until the
 * page is full, cannot be left to estimates: cheap wine is rare among what is cheap. So the first way is tried as far
 * as a bound, and the second taken beyond it, where so much matches that the page is soon full.
 */
final class DatabaseQuery {

    /** So many are found and sorted where the price may have to do with the words; that takes long. */
    private static final int MOST_SORTED_BY_PRICE = 30_000;

    /** In any other order so many are spread evenly. Facets count no further. */
    private static final int MOST_SORTED = 5_000;

    /** Above every rank, so that listings with the words next to each other come before all others. */
    private static final long PHRASE = 1_000_000_000;

    static final String TOTAL = "total";
    static final String PAGE = "page";

    private final ListingQuestion question;
    private final PlainText text;
    private final LocalDate today;
    private final Map<Facet, String> chosen;

    DatabaseQuery(ListingQuestion question, PlainText text, LocalDate today) {
        this.question = question;
        this.text = text;
        this.today = today;
        this.chosen = chosen(question.filters());
    }

    private static Map<Facet, String> chosen(ListingFilters filters) {
        var conditions = new EnumMap<Facet, String>(Facet.class);
        if (!filters.provinces().isEmpty()) {
            conditions.put(Facet.PROVINCE, "province_code = any(:provinces)");
        }
        if (!filters.categories().isEmpty()) {
            conditions.put(Facet.CATEGORY, "category_path && :categories");
        }
        if (!filters.stars().isEmpty()) {
            conditions.put(Facet.STARS, "stars::integer = any(:stars) and stars_from <= :today and stars_to > :today");
        }
        if (!filters.shops().isEmpty()) {
            conditions.put(Facet.SHOP, "shop_id = any(:shops)");
        }
        if (filters.narrowsPrice()) {
            conditions.put(Facet.PRICE, "price between :minPrice and :maxPrice");
        }
        if (filters.inStock()) {
            conditions.put(Facet.IN_STOCK, "in_stock");
        }
        return conditions;
    }

    /** Everything asked for, but for what is chosen in one facet. */
    private String conditions(Set<Facet> leftOut) {
        var conditions = new ArrayList<String>();
        conditions.add("true");
        if (!question.filters().communes().isEmpty()) {
            conditions.add("commune_code = any(:communes)");
        }
        chosen.forEach((facet, condition) -> {
            if (!leftOut.contains(facet)) {
                conditions.add(condition);
            }
        });
        return String.join(" and ", conditions);
    }

    private String textCondition() {
        return text.isEmpty() ? "" : " and words @@ :text::tsquery";
    }

    /**
     * Everything that matches, up to the bound, in one reading: the total, the facets and the page by its keys. A facet
     * is not narrowed by its own choice: each that has one counts in rows of its own.
     */
    String overview() {
        var rows =
                new StringBuilder("with matching as materialized (").append(rows(EnumSet.noneOf(Facet.class), bound()));
        chosen.keySet()
                .forEach(facet -> rows.append("), without_")
                        .append(facet.name())
                        .append(" as materialized (")
                        .append(rows(EnumSet.of(facet), MOST_SORTED)));
        return rows
                + "), counted as (select * from matching limit " + MOST_SORTED + ")\n"
                + "select 'total' as facet, '' as value, count(*) as listings from matching\n"
                + EnumSet.allOf(Facet.class).stream().map(this::count).collect(Collectors.joining())
                + page();
    }

    private String rows(Set<Facet> leftOut, int most) {
        return """
                select listing_id, %s as key, category_path, province_code, shop_id, price, in_stock, stars, stars_from, stars_to
                  from listing.search_rows
                 where %s%s
                 limit %d""".formatted(key(), conditions(leftOut), textCondition(), most);
    }

    private String key() {
        return ranksPhrases()
                ? "rank + case when words @@ :phrase::tsquery then %d else 0 end".formatted(PHRASE)
                : column();
    }

    private String page() {
        return """
                union all
                (select 'page', listing_id::text, key
                   from matching
                  where %s
                  order by key %s, listing_id
                  limit :limit
                 offset :offset)
                """.formatted(afterMark("key"), question.sort().direction());
    }

    private boolean ranksPhrases() {
        return question.sort() == ListingSort.RELEVANCE && text.ranksPhrases();
    }

    /** Where more matches than is sorted: in the order of an index, until the page is full. */
    String walk() {
        return bySet() ? setBySet() : walk("true", ":limit offset :offset");
    }

    /** Prices go by the kind of thing. */
    private boolean bySet() {
        return !question.filters().categories().isEmpty() && "price".equals(column());
    }

    private String setBySet() {
        return """
                select value, listings
                  from catalog.published_categories s
                 cross join lateral (%s) best
                 where s.path && :categories
                 order by listings %s, value
                 limit :limit
                offset :offset
                """.formatted(
                        walk("category_code = s.code", ":limit + :offset"),
                        question.sort().direction());
    }

    private String walk(String only, String limit) {
        return """
                select listing_id::text as value, %1$s as listings
                  from listing.search_rows
                 where %2$s and %3$s%4$s and %5$s
                 order by %1$s %6$s, listing_id
                 limit %7$s
                """.formatted(
                        column(),
                        only,
                        conditions(EnumSet.noneOf(Facet.class)),
                        textCondition(),
                        afterMark(column()),
                        question.sort().direction(),
                        limit);
    }

    /** Whether the overview has not seen everything that matches. */
    boolean isBeyond(long total) {
        return total >= bound();
    }

    private int bound() {
        return "price".equals(column()) && !text.isEmpty() ? MOST_SORTED_BY_PRICE : MOST_SORTED;
    }

    /** As an array, since a join would be planned as one of all listings. */
    String cards() {
        return """
                select c.id, c.category_code, c.stars, c.stars_from, c.stars_to, c.%s
                  from listing.published_cards c
                 where c.id = any(:ids)
                """.formatted(question.language() == Language.EN ? "card_en" : "card_vi");
    }

    private String count(Facet facet) {
        String from = chosen.containsKey(facet) ? "without_" + facet.name() : "counted";
        String count = switch (facet) {
            case PROVINCE -> "select 'province', province_code, count(*) from %s group by province_code\n";
            case CATEGORY ->
                "select 'category', node, count(*) from %s, unnest(category_path) as node where node ~ '^g' group by node\n";
            case STARS -> """
                    select 'stars', stars::text, count(*) from %s
                     where stars_from <= :today and stars_to > :today group by stars
                    """;
            case PRICE ->
                "select 'price', band, count(*) from %s join (values " + priceBands()
                        + ") as bands (band, low, high) on price between low and high group by band\n";
            case SHOP -> """
                    (select 'shop', s.slug || e'\\t' || s.name, top.listings
                       from (select shop_id, count(*) as listings from %s
                              group by shop_id order by count(*) desc, shop_id limit 20) top
                       join shop.published_shops s on s.id = top.shop_id)
                    """;
            case IN_STOCK -> "select 'inStock', in_stock::text, count(*) from %s group by in_stock\n";
        };
        return "union all\n" + count.formatted(from);
    }

    private static String priceBands() {
        var bands = new ArrayList<String>();
        for (var band : PriceBand.values()) {
            Long to = band.to();
            bands.add("('%s', %d, %d)".formatted(band.value(), band.from(), to == null ? Long.MAX_VALUE : to));
        }
        return String.join(", ", bands);
    }

    private String column() {
        return switch (question.sort()) {
            case PRICE, PRICE_DESCENDING -> "price";
            case NEWEST -> "published_at";
            case BEST_SELLING -> "sold_count";
            case RELEVANCE -> "rank";
        };
    }

    /** The first comparison is what an index is entered by. */
    private String afterMark(String column) {
        if (!compares()) {
            return "true";
        }
        String further = "asc".equals(question.sort().direction()) ? ">" : "<";
        return "%1$s %2$s= :key and (%1$s %2$s :key or listing_id > :id)".formatted(column, further);
    }

    private boolean compares() {
        var after = question.after();
        return after != null && after.comparable(SearchSource.DATABASE, question.sort());
    }

    private GenericExecuteSpec bindConditions(GenericExecuteSpec statement) {
        var filters = question.filters();
        var bound = statement;
        if (!filters.communes().isEmpty()) {
            bound = bound.bind("communes", filters.communes().toArray(String[]::new));
        }
        if (!filters.provinces().isEmpty()) {
            bound = bound.bind("provinces", filters.provinces().toArray(String[]::new));
        }
        if (!filters.categories().isEmpty()) {
            bound = bound.bind("categories", filters.categories().toArray(String[]::new));
        }
        if (!filters.stars().isEmpty()) {
            bound = bound.bind("stars", filters.stars().toArray(Integer[]::new));
        }
        if (!filters.shops().isEmpty()) {
            bound = bound.bind(
                    "shops",
                    filters.shops().stream().map(ListingFilters.ChosenShop::id).toArray(UUID[]::new));
        }
        return bindPrice(bound, filters);
    }

    private GenericExecuteSpec bindPrice(GenericExecuteSpec statement, ListingFilters filters) {
        var bound = statement;
        if (filters.narrowsPrice()) {
            Long min = filters.minPrice();
            Long max = filters.maxPrice();
            bound = bound.bind("minPrice", min == null ? 0L : min).bind("maxPrice", max == null ? Long.MAX_VALUE : max);
        }
        return text.isEmpty() ? bound : bound.bind("text", text.all());
    }

    private GenericExecuteSpec bindPlace(GenericExecuteSpec statement) {
        var after = question.after();
        boolean compares = compares();
        var bound = statement
                .bind("limit", question.limit())
                .bind("offset", after == null || compares ? 0 : question.seen());
        // Every sort key is a whole number, which a mark carries exactly.
        return after == null || !compares
                ? bound
                : bound.bind("key", (long) after.key()).bind("id", after.id());
    }

    GenericExecuteSpec bindOverview(GenericExecuteSpec statement) {
        var bound = bindPlace(bindConditions(statement)).bind("today", today);
        return ranksPhrases() ? bound.bind("phrase", text.phrase()) : bound;
    }

    GenericExecuteSpec bindWalk(GenericExecuteSpec statement) {
        var bound = bindPlace(bindConditions(statement));
        return question.filters().stars().isEmpty() ? bound : bound.bind("today", today);
    }
}
