package vn.ocop.marketplace.indexer;

import java.net.URI;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ocop.marketplace.local.CuttableLine;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;

/** The whole indexer between a real PostgreSQL and a real Elasticsearch; one of each for all tests of the JVM. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
interface LocalIndexer {

    Database DATABASE = migrated();
    MoodyEngine ENGINE = new MoodyEngine(URI.create(LocalServers.elasticsearch().url()));
    CuttableLine LINE = new CuttableLine(ENGINE.url());

    @DynamicPropertySource
    static void coordinates(DynamicPropertyRegistry registry) {
        registry.add("spring.r2dbc.url", DATABASE::r2dbcUrl);
        registry.add("indexer.elasticsearch-url", LINE::url);
        registry.add("indexer.patience", () -> "4s");
        registry.add("indexer.lease", () -> "8s");
        registry.add("indexer.slice", () -> "100");
        registry.add("indexer.batch", () -> "50");
    }

    private static Database migrated() {
        var database = LocalServers.postgres().freshDatabase();
        Migrations.apply(database);
        return database;
    }
}
