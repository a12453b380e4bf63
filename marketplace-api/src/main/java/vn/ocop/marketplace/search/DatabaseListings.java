package vn.ocop.marketplace.search;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.search.FoundListings.Count;
import vn.ocop.marketplace.searchcontract.DatedCard;

/**
 * The database's own search: folded words, the nearest known word for one that is not known, the same filters and
 * pages. Simpler than the engine's in its ranking, and counting no further than {@link DatabaseQuery} says.
 */
@Repository
class DatabaseListings {

    private final DatabaseClient database;
    private final PlannedReads reads;
    private final CatalogueWords words;
    private final Clock clock;

    DatabaseListings(DatabaseClient database, PlannedReads reads, CatalogueWords words, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.words = words;
        this.clock = clock;
    }

    /** A facet's value with its count, or a listing of the page with its key. */
    private record Counted(String facet, String value, long count) {}

    /** The cards of a page, in its order, with where it ended. */
    private record Page(
            List<String> ids,
            List<DatedCard> cards,
            @Nullable Counted last) {}

    Mono<FoundListings> find(ListingQuestion question, UnderstoodText text) {
        if (text.isEmpty()) {
            return find(question, PlainText.NONE);
        }
        return words.near(text.words()).flatMap(near -> find(question, PlainText.of(text, near)));
    }

    private Mono<FoundListings> find(ListingQuestion question, PlainText text) {
        var query = new DatabaseQuery(question, text, BusinessTime.today(clock));
        var found = query.bindOverview(database.sql(query.overview()))
                .map(row -> new Counted(
                        Rows.get(row, "facet", String.class),
                        Rows.get(row, "value", String.class),
                        Rows.get(row, "listings", Long.class)))
                .all()
                .collectList()
                .flatMap(counted -> keys(query, counted)
                        .flatMap(keys -> cards(query, question, keys))
                        .map(page -> found(question, query, page, counted)));
        return reads.read(found);
    }

    /**
     * Which listings the page has, in its order, which one process keeps; where too many match to sort them, an index
     * knows.
     */
    private Mono<List<Counted>> keys(DatabaseQuery query, List<Counted> counted) {
        if (!query.isBeyond(count(counted, DatabaseQuery.TOTAL))) {
            return Mono.just(counted.stream()
                    .filter(row -> row.facet().equals(DatabaseQuery.PAGE))
                    .toList());
        }
        return reads.inIndexOrder()
                .then(query.bindWalk(database.sql(query.walk()))
                        .map(row -> new Counted(
                                DatabaseQuery.PAGE,
                                Rows.get(row, "value", String.class),
                                Rows.get(row, "listings", Long.class)))
                        .all()
                        .collectList());
    }

    private Mono<Page> cards(DatabaseQuery query, ListingQuestion question, List<Counted> keys) {
        if (keys.isEmpty()) {
            return Mono.just(new Page(List.of(), List.of(), null));
        }
        var ids = keys.stream().map(key -> UUID.fromString(key.value())).toList();
        return database.sql(query.cards())
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(Rows.get(row, "id", UUID.class), card(row, question.language())))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(cards -> {
                    var there = ids.stream().filter(cards::containsKey).toList();
                    return new Page(
                            there.stream().map(UUID::toString).toList(),
                            there.stream().map(cards::get).toList(),
                            keys.getLast());
                });
    }

    private static FoundListings found(
            ListingQuestion question, DatabaseQuery query, Page page, List<Counted> counted) {
        long total = count(counted, DatabaseQuery.TOTAL);
        return new FoundListings(
                page.ids(),
                page.cards(),
                total,
                unfiltered(counted, total),
                facets(counted),
                next(question, page, total, query.isBeyond(total)));
    }

    /** A facet counts without its own choice: when only that hides everything, the text did find something. */
    private static long unfiltered(List<Counted> counted, long total) {
        return total > 0
                ? total
                : counted.stream().mapToLong(Counted::count).max().orElse(0);
    }

    /** Where counting ended early, only a page that is not full says that it is the last. */
    private static @Nullable PageMark next(ListingQuestion question, Page page, long total, boolean uncounted) {
        int seen = question.seen() + page.cards().size();
        var last = page.last();
        if (last == null || page.cards().size() < question.limit() || !uncounted && seen >= total) {
            return null;
        }
        return new PageMark(
                SearchSource.DATABASE,
                question.fingerprint(),
                false,
                seen,
                last.count(),
                UUID.fromString(last.value()));
    }

    private static long count(List<Counted> counted, String facet) {
        return counted.stream()
                .filter(row -> row.facet().equals(facet))
                .mapToLong(Counted::count)
                .sum();
    }

    private static Map<Facet, List<Count>> facets(List<Counted> counted) {
        var facets = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = new ArrayList<Count>();
            counted.stream()
                    .filter(row -> row.facet().equals(facet.wireName()))
                    .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::value))
                    .forEach(row -> values.add(new Count(row.value(), row.count())));
            facets.put(facet, values);
        }
        return facets;
    }

    private static DatedCard card(Readable row, Language language) {
        @Nullable Integer stars = row.get("stars", Integer.class);
        return new DatedCard(
                Rows.get(row, language == Language.EN ? "card_en" : "card_vi", String.class),
                stars == null ? 0 : stars,
                row.get("stars_from", LocalDate.class),
                row.get("stars_to", LocalDate.class),
                Rows.get(row, "category_code", String.class));
    }
}
