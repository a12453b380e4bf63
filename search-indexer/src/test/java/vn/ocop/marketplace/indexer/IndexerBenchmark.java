package vn.ocop.marketplace.indexer;

import static vn.ocop.marketplace.indexer.Catalogue.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocop.marketplace.indexer.RebuildProgress.State;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;
import vn.ocop.marketplace.local.demo.Seeding;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/** Measures a rebuild against a plain bulk loader in the same run, and how soon changes are found. Asserts nothing. */
class IndexerBenchmark {

    private static final int SCALE = Integer.getInteger("indexer.scale", 100_000);
    private static final int PER_SECOND = Integer.getInteger("indexer.changes", 500);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("indexer.seconds", 30));

    private final StringBuilder table = new StringBuilder();

    @Test
    void rebuildAndChanges() throws Exception {
        var database = LocalServers.postgres().freshDatabase();
        Migrations.applyAll(database);
        var work = Files.createTempDirectory("indexer-benchmark");
        var seeding = new Seeding(database, work.resolve("media"), Clock.systemUTC(), Seeding.throwawayKey());
        seeding.fillIfEmpty();
        seeding.scaleTo(SCALE);
        try (var indexer = start(database)) {
            awaitRebuilt(indexer);
            measureRebuild(indexer, work.resolve("documents.ndjson"));
            measureChanges(indexer, database);
        } finally {
            Files.deleteIfExists(work.resolve("documents.ndjson"));
        }
        System.out.println("\n" + table);
        Files.writeString(Path.of("target/indexer-benchmark.md"), table);
    }

    private static ConfigurableApplicationContext start(Database database) {
        return new SpringApplicationBuilder(SearchIndexer.class)
                .run(
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--indexer.elasticsearch-url="
                                + LocalServers.elasticsearch().url(),
                        "--indexer.drift-every=1d",
                        "--server.port=0");
    }

    private void measureRebuild(ConfigurableApplicationContext indexer, Path documents) throws IOException {
        var settings = indexer.getBean(IndexerSettings.class);
        writeDocuments(indexer, documents);
        var loader =
                new PlainLoader(LocalServers.elasticsearch().url(), documents, settings.batch(), settings.workers());
        var before = loader.load(ListingIndex.PREFIX + "plain", definition());
        var own = rebuild(indexer);
        var after = loader.load(ListingIndex.PREFIX + "plain", definition());
        double plain = (before.perSecond() + after.perSecond()) / 2;
        table.append("%,d listings, %,d bytes a document%n"
                .formatted(before.documents(), Files.size(documents) / before.documents()));
        table.append("plain loader %,.0f and %,.0f documents/s, rebuild %,.0f documents/s: ratio %.2f%n"
                .formatted(before.perSecond(), after.perSecond(), own, own / plain));
    }

    /** As the rebuild makes its index. */
    private static String definition() {
        var json = JsonMapper.builder().build();
        var definition = (ObjectNode) json.readTree(ListingIndex.definition());
        ((ObjectNode) definition.path("settings")).put("refresh_interval", "-1");
        return json.writeValueAsString(definition);
    }

    private static void writeDocuments(ConfigurableApplicationContext indexer, Path file) throws IOException {
        var reader = indexer.getBean(ListingReader.class);
        var json = indexer.getBean(JsonMapper.class);
        try (var out = Files.newBufferedWriter(file)) {
            var after = new UUID(0, 0);
            while (true) {
                var page =
                        one(reader.onSaleBetween(after, new UUID(-1, -1), 1000).collectList());
                for (var state : page) {
                    if (state.document() != null) {
                        for (var line :
                                PlainLoader.pair(state.id().toString(), json.writeValueAsString(state.document()))) {
                            out.write(line);
                            out.newLine();
                        }
                    }
                }
                if (page.size() < 1000) {
                    return;
                }
                after = page.getLast().id();
            }
        }
    }

    private static double rebuild(ConfigurableApplicationContext indexer) {
        one(indexer.getBean(RebuildLog.class).begin());
        var done = awaitRebuilt(indexer);
        var finished = done.finishedAt();
        return finished == null
                ? 0
                : done.written()
                        * 1000.0
                        / Duration.between(done.startedAt(), finished).toMillis();
    }

    private static RebuildProgress awaitRebuilt(ConfigurableApplicationContext indexer) {
        var log = indexer.getBean(RebuildLog.class);
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> one(log.latest()).state() == State.DONE);
        return one(log.latest());
    }

    private void measureChanges(ConfigurableApplicationContext indexer, Database database) throws Exception {
        var engine = indexer.getBean(Elasticsearch.class);
        var listings = someListings(database);
        new SteadyChanges(database, engine, listings).run(PER_SECOND, TIME.dividedBy(3));
        tell("changes", new SteadyChanges(database, engine, listings).run(PER_SECOND, TIME));
        one(indexer.getBean(RebuildLog.class).begin());
        tell("changes beside a rebuild", new SteadyChanges(database, engine, listings).run(PER_SECOND, TIME));
        awaitRebuilt(indexer);
    }

    private void tell(String what, SteadyChanges.Delays delays) {
        table.append("%s: %.0f/s for %,d; from commit to searchable p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n"
                .formatted(what, delays.perSecond(), delays.changes(), delays.p50(), delays.p99(), delays.longest()));
    }

    private static List<UUID> someListings(Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id from listing.listings tablesample system (20) where status = 'ON_SALE' limit 50000")) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
