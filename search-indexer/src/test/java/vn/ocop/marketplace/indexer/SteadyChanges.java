package vn.ocop.marketplace.indexer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.local.Database;

/**
 * Changes listings at a steady rate and watches, for every tenth of them, when the change can be found: the search has
 * to show the document at the revision of the change or a later one.
 */
final class SteadyChanges {

    private static final int WATCHED = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Elasticsearch engine;
    private final List<UUID> listings;
    private final Random random = new Random(7);
    private final Map<UUID, Made> open = new ConcurrentHashMap<>();
    private final List<Long> delays = new ArrayList<>();

    SteadyChanges(Database database, Elasticsearch engine, List<UUID> listings) {
        this.database = database;
        this.engine = engine;
        this.listings = listings;
    }

    private record Made(long revision, long committedAt) {}

    /** From commit to searchable, in milliseconds. */
    record Delays(int changes, double perSecond, double p50, double p99, double longest) {}

    Delays run(int perSecond, Duration time) throws Exception {
        var watcher = Thread.ofVirtual().start(this::watch);
        long started = System.nanoTime();
        int made = 0;
        try (var connection = DriverManager.getConnection(database.jdbcUrl())) {
            while (System.nanoTime() - started < time.toNanos()) {
                long due = started + made * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                change(connection, made++);
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        watcher.interrupt();
        watcher.join();
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " changes were never found");
        }
        var sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Delays(made, made / seconds, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private void change(Connection connection, int number) throws SQLException {
        var listing = listings.get(random.nextInt(listings.size()));
        try (var statement = connection.prepareStatement("""
                with changed as (
                    update listing.listings set sold_count = sold_count + 1, revision = nextval('listing.revisions')
                     where id = ? returning id, revision
                ), told as (
                    insert into listing.index_changes (listing_id, created_at) select id, clock_timestamp() from changed
                )
                select revision from changed
                """)) {
            statement.setObject(1, listing);
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (number % WATCHED == 0) {
                    open.putIfAbsent(listing, new Made(rows.getLong(1), System.nanoTime()));
                }
            }
        }
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(20);
                if (!open.isEmpty()) {
                    look();
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var ids = List.copyOf(open.keySet());
        var request = Map.of(
                "size", ids.size(), "version", true, "_source", false, "query", Map.of("ids", Map.of("values", ids)));
        var answer = Catalogue.one(engine.post("/listings/_search", JSON.writeValueAsString(request)));
        long now = System.nanoTime();
        for (var hit : answer.required().path("hits").path("hits")) {
            var id = UUID.fromString(hit.path("_id").asString());
            var made = open.get(id);
            if (made != null && hit.path("_version").asLong() >= made.revision()) {
                open.remove(id);
                delays.add(now - made.committedAt());
            }
        }
    }
}
