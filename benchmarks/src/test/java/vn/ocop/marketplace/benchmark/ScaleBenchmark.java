package vn.ocop.marketplace.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;
import vn.ocop.marketplace.packaged.SourceTree;

/**
 * What browsing, searching and suggesting cost as the catalogue grows, with the engine and without it. Prints one
 * table; fails for wrong answers only.
 */
class ScaleBenchmark {

    private static final List<Integer> SCALES = Arrays.stream(
                    System.getProperty("benchmark.scales", "10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 10));
    /** Few, so that the times are those of answers and not of queues. */
    private static final int CONNECTIONS = 2;

    private static final AtomicInteger NO_LIMIT = new AtomicInteger(900_000_000);

    private final StringBuilder table = new StringBuilder("""
            | listings | answered by | what | per second | p50 ms | p99 ms |
            |--:|---|---|--:|--:|--:|
            """);
    private final StringBuilder sizes = new StringBuilder("""
            | listings | index MB | bytes a listing | rebuild s | documents/s | search rows MB | of it indexes MB |
            |--:|--:|--:|--:|--:|--:|--:|
            """);

    @Test
    void asTheCatalogueGrows() throws IOException {
        for (int scale : SCALES) {
            try (var stack = PackagedStack.start("scale", scale).settled()) {
                measure(stack, scale);
            }
            System.out.println("\n" + sizes + "\n" + table);
            Files.writeString(SourceTree.target().resolve("scale.md"), sizes + "\n" + table);
        }
    }

    private void measure(PackagedStack stack, int scale) {
        rebuild(stack, scale);
        time(stack, scale, "search");
        stack.hold(Part.ELASTICSEARCH);
        stack.kill(Part.ELASTICSEARCH);
        await("the database answers")
                .atMost(Duration.ofSeconds(60))
                .until(() -> stack.api()
                        .get(another("/api/v1/listings?limit=1"))
                        .at("/source")
                        .equals("database"));
        time(stack, scale, "database");
    }

    private void rebuild(PackagedStack stack, int scale) {
        var indexer = Http.to(stack.addresses().indexer(""));
        await("nothing waits to be indexed")
                .atMost(Duration.ofMinutes(30))
                .until(() -> stack.sql().number("select count(*) from listing.index_changes") == 0);
        indexer.post("/rebuild", Map.of());
        await("the rebuild ends")
                .atMost(Duration.ofHours(2))
                .ignoreExceptions()
                .until(() -> "DONE".equals(indexer.get("/rebuild").at("/state")));
        var done = indexer.get("/rebuild");
        double seconds = Duration.between(Instant.parse(done.at("/startedAt")), Instant.parse(done.at("/finishedAt")))
                        .toMillis()
                / 1000.0;
        long written = done.body().path("written").asLong();
        var store = Http.to(stack.addresses().elasticsearch("/listings/_stats/store"))
                .get("")
                .body()
                .at("/_all/total/store/size_in_bytes")
                .asLong();
        sizes.append(String.format(
                Locale.ROOT,
                "| %,d | %,.1f | %,d | %,.1f | %,.0f | %,.1f | %,.1f |%n",
                scale,
                store / 1e6,
                store / Math.max(1, written),
                seconds,
                written / seconds,
                stack.sql().number("select pg_total_relation_size('listing.search_rows')") / 1e6,
                stack.sql().number("select pg_indexes_size('listing.search_rows')") / 1e6));
    }

    private void time(PackagedStack stack, int scale, String source) {
        var texts = Queries.all().stream()
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toList();
        row(stack, scale, source, "browse, 25 kinds of list with facets", browsing());
        row(
                stack,
                scale,
                source,
                "search, 100 texts with facets",
                texts.stream()
                        .map(text -> "/api/v1/listings?limit=24&q=" + text)
                        .toList());
        row(
                stack,
                scale,
                source,
                "suggest, 100 texts half typed",
                texts.stream()
                        .map(text -> "/api/v1/suggestions?q=" + halfOf(text))
                        .toList());
    }

    private static String halfOf(String encoded) {
        int end = Math.max(2, encoded.length() / 2);
        int escape = encoded.lastIndexOf('%', end - 1);
        return encoded.substring(0, escape >= 0 && escape > end - 3 ? Math.max(1, escape) : end);
    }

    private static List<String> browsing() {
        var pages = new ArrayList<String>();
        for (var sort : List.of("relevance", "newest", "price", "-price", "best-selling")) {
            for (var filter : List.of("", "&province=44", "&category=g07", "&stars=4", "&inStock=true")) {
                pages.add("/api/v1/listings?limit=24&sort=" + sort + filter);
            }
        }
        return pages;
    }

    private void row(PackagedStack stack, int scale, String source, String what, List<String> pages) {
        int port = stack.addresses().api();
        var turn = new AtomicInteger();
        var expected = what.startsWith("suggest") ? "\"products\"" : "\"source\":\"";
        for (var time : List.of(TIME.dividedBy(2), TIME)) {
            var samples = LoadGenerator.run(
                    port,
                    CONNECTIONS,
                    time,
                    number -> new Reading(() -> Requests.get(
                            what, another(pages.get(turn.getAndIncrement() % pages.size())), "vi", expected)));
            if (time.equals(TIME)) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %,d | %s | %s | %,.0f | %.1f | %.1f |%n",
                        scale,
                        source.equals("search") ? "engine" : "database",
                        what,
                        samples.perSecond(what),
                        samples.percentile(what, 50),
                        samples.percentile(what, 99)));
            }
        }
    }

    /** Another upper price each time, which changes nothing: so no answer is there already. */
    private static String another(String page) {
        return page + "&maxPrice=" + NO_LIMIT.incrementAndGet();
    }
}
