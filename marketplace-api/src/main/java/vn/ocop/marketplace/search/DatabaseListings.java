package vn.ocop.marketplace.search;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** The database's own search: plain, without tolerance for typing errors, and right. */
@Repository
class DatabaseListings {

    private static final String TOTAL = "total";
    private static final String UNFILTERED = "unfiltered";

    private final DatabaseClient database;
    private final Clock clock;

    DatabaseListings(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Card(DatedCard card, double key, UUID id) {}

    private record Counted(String facet, String value, long count) {}

    Mono<FoundListings> find(ListingQuestion question, UnderstoodText text) {
        var query = new DatabaseQuery(question, text, BusinessTime.today(clock));
        var cards = query.bindPage(database.sql(query.page()))
                .map(row -> card(row, question.language()))
                .all()
                .collectList();
        var counts = query.bind(database.sql(query.counts()))
                .map(row -> new Counted(
                        Rows.get(row, "facet", String.class),
                        Rows.get(row, "value", String.class),
                        Rows.get(row, "listings", Long.class)))
                .all()
                .collectList();
        return Mono.zip(cards, counts, (page, counted) -> found(question, page, counted));
    }

    private static FoundListings found(ListingQuestion question, List<Card> page, List<Counted> counted) {
        long total = count(counted, TOTAL);
        return new FoundListings(
                page.stream().map(card -> card.id().toString()).toList(),
                page.stream().map(Card::card).toList(),
                total,
                count(counted, UNFILTERED),
                facets(counted),
                next(question, page, total));
    }

    private static @Nullable PageMark next(ListingQuestion question, List<Card> page, long total) {
        int seen = question.seen() + page.size();
        if (page.isEmpty() || seen >= total) {
            return null;
        }
        var last = page.getLast();
        return new PageMark(SearchSource.DATABASE, question.fingerprint(), false, seen, last.key(), last.id());
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
                    .forEach(row -> values.add(new Count(row.value(), row.count())));
            facets.put(facet, values);
        }
        return facets;
    }

    private static Card card(Readable row, Language language) {
        @Nullable Integer stars = row.get("stars", Integer.class);
        var card = new DatedCard(
                Rows.get(row, language == Language.EN ? "card_en" : "card_vi", String.class),
                stars == null ? 0 : stars,
                row.get("stars_from", LocalDate.class),
                row.get("stars_to", LocalDate.class),
                Rows.get(row, "category_code", String.class));
        return new Card(card, Rows.get(row, "key", Double.class), Rows.get(row, "id", UUID.class));
    }
}
