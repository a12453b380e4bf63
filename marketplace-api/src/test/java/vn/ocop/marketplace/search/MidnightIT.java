package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.search.SearchShelf.goods;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.local.CuttableLine;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * The second in which a certificate runs out: a moment before midnight in Viet Nam its stars are everywhere, from
 * midnight on they are nowhere, although nothing was written and nothing was indexed anew.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MidnightIT {

    private static final String ENGINE = LocalServers.elasticsearch().url();
    private static final Database DATABASE = LocalServers.postgres().freshDatabase();
    private static final CuttableLine LINE = new CuttableLine(URI.create(ENGINE));
    private static final OffsetDateTime MIDNIGHT = OffsetDateTime.parse("2029-01-02T00:00:00+07:00");
    private static final MovableClock CLOCK = new MovableClock();

    /** A clock that stands where it was put. */
    private static final class MovableClock extends Clock {

        private volatile Instant now = MIDNIGHT.toInstant();

        @Override
        public ZoneId getZone() {
            return BusinessTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class AtMidnight {

        @Bean
        @Primary
        Clock movableClock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) {
        LocalApi.properties(registry);
        registry.add("server.port", () -> 0);
        registry.add("spring.r2dbc.url", DATABASE::r2dbcUrl);
        registry.add("spring.flyway.url", DATABASE::jdbcUrl);
        registry.add("marketplace.elasticsearch-url", LINE::url);
        registry.add("marketplace.search-patience", () -> "20s");
    }

    @Autowired
    DatabaseClient database;

    @Autowired
    JsonMapper json;

    @Autowired
    List<ScheduledJob> jobs;

    @LocalServerPort
    int port;

    @Test
    void takesTheStarsFromEveryPageFeedAndFacet() {
        var shelf = new SearchShelf(database);
        var shop = shelf.shop("Hợp tác xã Nông sản Khe Sanh");
        // Its last day is the first of January 2029.
        var ending = shelf.put(shop, goods("Cà phê Khe Sanh rang xay", "s13", 5, 185_000), LocalDate.of(2026, 1, 1));
        var standing = shelf.put(shop, goods("Cà phê Hướng Phùng", "s13", 4, 160_000), LocalDate.of(2026, 6, 1));
        new FilledIndex(ENGINE, database).fill();

        CLOCK.now = MIDNIGHT.minusSeconds(1).toInstant();
        assertThat(stars(ending, standing)).containsExactlyInAnyOrder(5, 4);
        assertThat(facet()).containsExactlyInAnyOrder("5", "4");
        assertThat(found("5")).isEqualTo(1);
        assertThat(page(ending).path("certificate").path("stars").asInt()).isEqualTo(5);
        assertThat(certificateStanding(ending)).isEqualTo("EXPIRING");

        CLOCK.now = MIDNIGHT.toInstant();
        for (boolean away : List.of(false, true)) {
            if (away) {
                LINE.cut();
            }
            assertThat(stars(ending, standing)).containsExactly(4);
            assertThat(facet()).containsExactly("4");
            assertThat(found("5")).isZero();
            assertThat(page(ending).path("certificate").isMissingNode()
                            || page(ending).path("certificate").isNull())
                    .isTrue();
            assertThat(page(ending).toString()).doesNotContain("\"stars\":5");
            assertThat(related(standing)).doesNotContain("\"stars\":5");
        }
        assertThat(certificateStanding(ending)).isEqualTo("EXPIRED");
        tellsTheIndexer(ending);
    }

    /** The index, whose readers no longer show the stars, is tidied soon after. */
    private void tellsTheIndexer(UUID listing) {
        var before = changes(listing);
        var watch = jobs.stream()
                .filter(job -> job.name().equals("catalog.watch-certificates"))
                .findFirst()
                .orElseThrow();
        watch.run().block();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> changes(listing) > before);
    }

    private long changes(UUID listing) {
        return number("select count(*) as n from listing.index_changes where listing_id = :id", listing);
    }

    private long number(String sql, UUID id) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("id", id)
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .block());
    }

    private List<Integer> stars(UUID... listings) {
        var shown = List.of(listings).stream().map(UUID::toString).toList();
        return StreamSupport.stream(search("").path("items").spliterator(), false)
                .filter(item -> shown.contains(item.path("id").asString()))
                .map(item -> item.path("stars"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .filter(stars -> stars > 0)
                .toList();
    }

    private List<String> facet() {
        return StreamSupport.stream(search("").path("facets").path("stars").spliterator(), false)
                .filter(bucket -> bucket.path("count").asLong() > 0)
                .map(bucket -> bucket.path("value").asString())
                .toList();
    }

    private long found(String stars) {
        return search("&stars=" + stars).path("total").asLong();
    }

    private JsonNode search(String more) {
        return get("/api/v1/listings?q=ca+phe" + more + "&nonce=");
    }

    private JsonNode page(UUID listing) {
        return get("/api/v1/listings/" + listing + "?nonce=");
    }

    private String related(UUID listing) {
        return get("/api/v1/listings/" + listing + "/related?nonce=").toString();
    }

    private String certificateStanding(UUID listing) {
        var certificate =
                Objects.requireNonNull(database.sql("select certificate_id from listing.listings where id = :id")
                        .bind("id", listing)
                        .map(row -> Objects.requireNonNull(row.get("certificate_id", UUID.class)))
                        .one()
                        .block());
        return get("/api/v1/certificates/" + certificate + "?nonce=")
                .path("standing")
                .asString();
    }

    /** Each request differs in a parameter nobody reads, lest it be answered from what is kept of the one before. */
    private JsonNode get(String path) {
        var body = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri(path + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return json.readTree(Objects.requireNonNull(body));
    }
}
