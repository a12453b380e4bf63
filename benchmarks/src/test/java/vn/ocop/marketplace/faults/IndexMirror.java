package vn.ocop.marketplace.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;

/** Compares the whole index with the database: the same listings, each at its newest revision. */
record IndexMirror(PackagedStack stack) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    void awaitConverged() {
        await("the index holds exactly the listings on sale at their newest revision")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(this::hasConverged);
    }

    boolean hasConverged() {
        return onSale().equals(indexed());
    }

    private Map<UUID, Long> onSale() {
        var revisions = new HashMap<UUID, Long>();
        stack.sql()
                .texts("select id || ' ' || revision from listing.published_cards where on_sale")
                .forEach(row ->
                        revisions.put(UUID.fromString(row.split(" ", 2)[0]), Long.valueOf(row.split(" ", 2)[1])));
        return revisions;
    }

    /** The name behind the alias that is read. */
    String index() {
        return Http.to(stack.addresses().elasticsearch("/_alias/listings"))
                .get("")
                .body()
                .propertyNames()
                .iterator()
                .next();
    }

    Map<UUID, Long> indexed() {
        var engine = Http.to(stack.addresses().elasticsearch(""));
        engine.post("/listings/_refresh", Map.of());
        var hits = engine.post(
                        "/listings/_search",
                        Map.of(
                                "size",
                                10_000,
                                "version",
                                true,
                                "_source",
                                false,
                                "query",
                                Map.of("match_all", Map.of())))
                .body()
                .path("hits")
                .path("hits");
        var revisions = new HashMap<UUID, Long>();
        for (var hit : hits) {
            revisions.put(
                    UUID.fromString(hit.path("_id").asString()),
                    hit.path("_version").asLong());
        }
        return revisions;
    }
}
