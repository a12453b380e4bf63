package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;
import vn.ocop.marketplace.local.demo.Seeding;

/**
 * Searches the demo catalogue, with generated listings around it, as people type, and holds the quality of the answers
 * against what was reached before. Only listings that were judged count: of the generated ones nobody has said what
 * they are worth, so they are skipped where they stand.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceIT {

    /** Generated listings around the demo catalogue; {@code -Drelevance.scale=100000} for the larger market. */
    private static final int SCALE = Integer.getInteger("relevance.scale", 3_000);

    /** As many as recall looks at; the generated ones between them are passed over. */
    private static final int JUDGED = 24;

    private static final int MOST_PAGES = 40;

    /** Levels reached; a change that falls below them has to be a better one elsewhere. */
    private static final double NDCG = 0.98;

    private static final double NDCG_OF_EVERY_KIND = 0.93;
    private static final double RECALL = 0.99;

    private static final String ENGINE = LocalServers.elasticsearch().url();
    private static final Database DATABASE = LocalServers.postgres().freshDatabase();
    private static final Pattern GENERATED = Pattern.compile("\"slug\":\"[^\"]*-g\\d+\"");

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) {
        LocalApi.properties(registry);
        registry.add("server.port", () -> 0);
        registry.add("spring.r2dbc.url", DATABASE::r2dbcUrl);
        registry.add("spring.flyway.url", DATABASE::jdbcUrl);
        registry.add("marketplace.elasticsearch-url", () -> URI.create(ENGINE));
        registry.add("marketplace.search-patience", () -> "20s");
    }

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private JsonMapper json;

    @LocalServerPort
    private int port;

    /** How one class of queries was answered. */
    private static final class Tally {
        private final List<Double> ndcg = new ArrayList<>();
        private final List<Double> recall = new ArrayList<>();
        private int inVain;

        void add(Judgement judgement, List<String> titles) {
            ndcg.add(judgement.ndcg(titles));
            recall.add(judgement.recall(titles));
            inVain += judgement.inVain(titles) ? 1 : 0;
        }

        static double mean(List<Double> values) {
            return values.stream().mapToDouble(value -> value).average().orElse(0);
        }

        String row(String name) {
            return "%-20s %8d %8.3f %9.3f %9.3f"
                    .formatted(name, ndcg.size(), mean(ndcg), mean(recall), (double) inVain / ndcg.size());
        }
    }

    @BeforeAll
    void openTheMarket() {
        var seeding = new Seeding(
                DATABASE, Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC(), Seeding.throwawayKey());
        seeding.fillWithoutPicturesIfEmpty();
        seeding.scaleTo(SCALE);
        new FilledIndex(ENGINE, database).fill();
        vocabulary.load().block();
    }

    @Test
    void findsWhatPeopleMean() {
        hold("relevance.tsv");
    }

    /** Queries that were written after the rules and not for them are held to the same. */
    @Test
    void findsWhatOthersMean() {
        hold("relevance-second.tsv");
    }

    private void hold(String set) {
        var byKind = new TreeMap<String, Tally>();
        var all = new Tally();
        var weak = new ArrayList<String>();
        for (var judgement : Judgement.all(set)) {
            var titles = titles(judgement.query());
            byKind.computeIfAbsent(judgement.kind(), kind -> new Tally()).add(judgement, titles);
            all.add(judgement, titles);
            if (judgement.ndcg(titles) < 0.9) {
                var answer = search(judgement.query(), null);
                weak.add("%.3f  %s  (%s; %s) %s"
                        .formatted(
                                judgement.ndcg(titles),
                                judgement.query(),
                                answer.path("corrected").asString("as typed"),
                                answer.path("widened").asString("all of it"),
                                titles.stream().limit(6).toList()));
            }
        }
        print(byKind, all, weak);

        assertThat(Tally.mean(all.ndcg)).as("nDCG@10").isGreaterThanOrEqualTo(NDCG);
        assertThat(Tally.mean(all.recall)).as("recall@24").isGreaterThanOrEqualTo(RECALL);
        assertThat(all.inVain).as("searched in vain").isZero();
        byKind.forEach((kind, tally) ->
                assertThat(Tally.mean(tally.ndcg)).as(kind).isGreaterThanOrEqualTo(NDCG_OF_EVERY_KIND));
    }

    private static void print(Map<String, Tally> byKind, Tally all, List<String> weak) {
        var table = new StringBuilder(
                "\n%-20s %8s %8s %9s %9s\n".formatted("queries", "number", "nDCG@10", "recall@24", "in vain"));
        byKind.forEach((kind, tally) -> table.append(tally.row(kind)).append('\n'));
        table.append(all.row("all")).append('\n');
        weak.forEach(query -> table.append("  weak: ").append(query).append('\n'));
        System.out.println(table);
    }

    /** What only comes near a query that nothing matches is said to be so, and counts as nothing found. */
    private List<String> titles(String typed) {
        var titles = new ArrayList<String>();
        String after = null;
        for (int page = 0; page < MOST_PAGES && titles.size() < JUDGED; page++) {
            var answer = search(typed, after);
            if (!answer.path("widened").isNull()) {
                return titles;
            }
            for (var item : answer.path("items")) {
                if (titles.size() < JUDGED
                        && !GENERATED.matcher(item.toString()).find()) {
                    titles.add(item.path("title").asString());
                }
            }
            after = answer.path("next").asString(null);
            if (after == null) {
                return titles;
            }
        }
        return titles;
    }

    private JsonNode search(String typed, @Nullable String after) {
        var body = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build()
                .get()
                .uri(uri -> uri.path("/api/v1/listings")
                        .queryParam("q", "{q}")
                        .queryParam("limit", "48")
                        .queryParamIfPresent("after", Optional.ofNullable(after))
                        .build(typed))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return json.readTree(body == null ? "{}" : body);
    }
}
