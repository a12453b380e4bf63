package vn.ocop.marketplace.indexer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Does to the catalogue what the API does, and looks into the index. */
@TestComponent
class Catalogue {

    static final Duration SOON = Duration.ofSeconds(120);

    private final DatabaseClient database;
    private final Elasticsearch engine;

    Catalogue(DatabaseClient database, Elasticsearch engine) {
        this.database = database;
        this.engine = engine;
    }

    UUID shop() {
        return one(database.sql("""
                insert into shop.shops (slug, name, legal_kind, status, street, commune_code, province_code, joined_at)
                values ('s-' || gen_random_uuid(), 'Nông sản Khe Sanh', 'COOPERATIVE', 'OPEN', '1 Lê Duẩn', '19429', '44', now())
                returning id
                """)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one());
    }

    /** A listing on sale, with its change row. */
    UUID listing(UUID shop, String title) {
        var id = listing(shop, title, "s13");
        changed(id);
        return id;
    }

    UUID listing(UUID shop, String title, String category) {
        return one(database.sql("""
                with l as (
                    insert into listing.listings (shop_id, slug, title_vi, category_code, commune_code, province_code, status,
                                                  published_at, created_at, updated_at)
                    values (:shop, 'l-' || gen_random_uuid(), :title, :category, '19429', '44', 'ON_SALE', now(), now(), now())
                    returning id
                ), v as (
                    insert into listing.variants (listing_id, price, stock, weight_grams) select id, 95000, 10, 500 from l
                )
                select id from l
                """)
                .bind("shop", shop)
                .bind("title", title)
                .bind("category", category)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one());
    }

    void changed(UUID listing) {
        run("insert into listing.index_changes (listing_id, created_at) values (:id, now())", listing);
    }

    /** Changes a listing as the API does: row, revision and change row in one statement. */
    void update(UUID listing, String assignment) {
        run("""
                with changed as (
                    update listing.listings set %s, revision = nextval('listing.revisions') where id = :id returning id)
                insert into listing.index_changes (listing_id, created_at) select id, now() from changed
                """.formatted(assignment), listing);
    }

    void run(String sql, UUID id) {
        database.sql(sql).bind("id", id).then().block();
    }

    long waiting() {
        return number("select count(*) as n from listing.index_changes");
    }

    long number(String sql) {
        return one(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one());
    }

    String text(String sql, UUID id) {
        return one(database.sql(sql)
                .bind("id", id)
                .map(row -> String.valueOf(row.get("t", String.class)))
                .one());
    }

    Map<String, Long> revisionsOnSale() {
        var revisions = new HashMap<String, Long>();
        database.sql("select id::text as id, revision from listing.published_cards where on_sale")
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("id", String.class)),
                        Objects.requireNonNull(row.get("revision", Long.class))))
                .all()
                .doOnNext(listing -> revisions.put(listing.getKey(), listing.getValue()))
                .blockLast();
        return revisions;
    }

    /** What search finds, refreshed: listing to revision. */
    Map<String, Long> indexed() {
        one(refresh());
        var answer = one(engine.post(
                "/listings/_search", "{\"size\": 5000, \"version\": true, \"query\": {\"match_all\": {}}}"));
        var found = new HashMap<String, Long>();
        for (var hit : answer.required().path("hits").path("hits")) {
            found.put(hit.path("_id").asString(), hit.path("_version").asLong());
        }
        return found;
    }

    Mono<Elasticsearch.Answer> refresh() {
        return engine.post("/listings/_refresh", "");
    }

    /** How many listings search finds by a folded word of the title, without any refresh of ours. */
    long found(String word) {
        var answer = one(engine.post("/listings/_count", "{\"query\": {\"term\": {\"plain\": \"" + word + "\"}}}"));
        return answer.ok() ? answer.body().path("count").asLong() : 0;
    }

    static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions();
    }

    static <T> T one(Mono<T> value) {
        return Objects.requireNonNull(value.block(Duration.ofSeconds(30)));
    }
}
