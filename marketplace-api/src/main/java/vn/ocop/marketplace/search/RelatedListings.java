package vn.ocop.marketplace.search;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.listing.ListingProblem;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.searchcontract.DatedCard;

/** Finds what may please whoever looks at a listing. */
@Component
class RelatedListings {

    static final String SIMILAR = "similar";
    static final String SAME_COMMUNE = "sameCommune";
    static final String BOUGHT_TOGETHER = "boughtTogether";
    private static final int MOST = 8;

    private final DatabaseClient database;
    private final SearchEngine engine;
    private final TextReader reader;
    private final Vocabulary vocabulary;
    private final Clock clock;

    RelatedListings(
            DatabaseClient database, SearchEngine engine, TextReader reader, Vocabulary vocabulary, Clock clock) {
        this.database = database;
        this.engine = engine;
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    private record Subject(String id, String title, String category, String commune) {}

    Mono<Map<String, List<DatedCard>>> of(String idOrSlug, Language language) {
        return subject(idOrSlug)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)))
                .flatMap(subject -> Mono.zip(
                        fromEngine(subject, language).onErrorResume(away -> fromDatabase(subject, language)),
                        boughtTogether(subject, language).collectList(),
                        RelatedListings::with));
    }

    private static Map<String, List<DatedCard>> with(Map<String, List<DatedCard>> lists, List<DatedCard> together) {
        var all = new LinkedHashMap<>(lists);
        all.put(BOUGHT_TOGETHER, together);
        return all;
    }

    private Flux<DatedCard> boughtTogether(Subject subject, Language language) {
        return database.sql("""
                select c.category_code, c.stars, c.stars_from, c.stars_to, %s as card
                  from search.bought_together b
                  join listing.published_cards c on c.id = b.other_id
                 where b.listing_id = :self::uuid
                   and c.on_sale
                 order by b.purchases desc, b.other_id
                 limit :most
                """.formatted(language == Language.EN ? "c.card_en" : "c.card_vi"))
                .bind("self", subject.id())
                .bind("most", MOST)
                .map(RelatedListings::card)
                .all();
    }

    private Mono<Subject> subject(String idOrSlug) {
        return database.sql("""
                select id::text as id, title_vi, category_code, commune_code
                  from listing.published_cards
                 where (slug = :idOrSlug or id::text = :idOrSlug)
                   and on_sale
                """)
                .bind("idOrSlug", idOrSlug)
                .map(row -> new Subject(
                        Rows.get(row, "id", String.class),
                        Rows.get(row, "title_vi", String.class),
                        Rows.get(row, "category_code", String.class),
                        Rows.get(row, "commune_code", String.class)))
                .one();
    }

    private Mono<Map<String, List<DatedCard>>> fromEngine(Subject subject, Language language) {
        var today = BusinessTime.today(clock);
        var clauses = new TextClauses(vocabulary.words());
        var alike = TextClauses.bool(
                List.of(Map.of("term", Map.of("category", subject.category()))),
                List.of(),
                clauses.alike(reader.read(subject.title(), true)),
                0);
        Map<String, Object> nearby = Map.of("term", Map.of("commune", subject.commune()));
        return engine.searchAll(
                        List.of(request(alike, subject, language, today), request(nearby, subject, language, today)))
                .map(answer -> lists(answer, language));
    }

    private static Map<String, Object> request(
            Map<String, Object> query, Subject subject, Language language, LocalDate today) {
        Map<String, Object> itself = Map.of("term", Map.of("id", subject.id()));
        Map<String, Object> notItself = Map.of("bool", Map.of("must_not", List.of(itself)));
        return Map.of(
                "size",
                MOST,
                "_source",
                false,
                "track_total_hits",
                false,
                "stored_fields",
                List.of("dated", EngineRequest.card(language)),
                "query",
                EngineRequest.ranked(query, List.of(notItself), null, today));
    }

    private static Map<String, List<DatedCard>> lists(JsonNode answer, Language language) {
        var responses = answer.path("responses");
        var lists = new LinkedHashMap<String, List<DatedCard>>();
        lists.put(SIMILAR, EngineListings.cards(responses.path(0).path("hits").path("hits"), language));
        lists.put(
                SAME_COMMUNE,
                EngineListings.cards(responses.path(1).path("hits").path("hits"), language));
        return lists;
    }

    private Mono<Map<String, List<DatedCard>>> fromDatabase(Subject subject, Language language) {
        return Mono.zip(
                list("category_code", subject.category(), subject, language).collectList(),
                list("commune_code", subject.commune(), subject, language).collectList(),
                (similar, sameCommune) -> {
                    var lists = new LinkedHashMap<String, List<DatedCard>>();
                    lists.put(SIMILAR, similar);
                    lists.put(SAME_COMMUNE, sameCommune);
                    return lists;
                });
    }

    private Flux<DatedCard> list(String column, String value, Subject subject, Language language) {
        String card = language == Language.EN ? "card_en" : "card_vi";
        return database.sql("""
                with best as materialized (
                    select listing_id, rank
                      from listing.search_rows
                     where %s = :value
                       and listing_id <> :self::uuid
                     order by rank desc, listing_id
                     limit :most)
                select c.category_code, c.stars, c.stars_from, c.stars_to, c.%s as card
                  from listing.published_cards c
                  join best on best.listing_id = c.id
                 where c.id = any(array(select listing_id from best))
                 order by best.rank desc, c.id
                """.formatted(column, card))
                .bind("value", value)
                .bind("self", subject.id())
                .bind("most", MOST)
                .map(RelatedListings::card)
                .all();
    }

    private static DatedCard card(Readable row) {
        @Nullable Integer stars = row.get("stars", Integer.class);
        return new DatedCard(
                Rows.get(row, "card", String.class),
                stars == null ? 0 : stars,
                row.get("stars_from", LocalDate.class),
                row.get("stars_to", LocalDate.class),
                Rows.get(row, "category_code", String.class));
    }
}
