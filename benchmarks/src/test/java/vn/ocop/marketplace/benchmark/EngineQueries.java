package vn.ocop.marketplace.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;

/** Learns from Elasticsearch's own log what the API asks it. */
record EngineQueries(PackagedStack stack) {

    /** What stands in a body for the upper price. */
    static final String MARK = "{price}";

    /** Upper prices nobody's price reaches, another one each time, by which what a page caused is known. */
    private static final AtomicInteger FURTHER_PRICE = new AtomicInteger(980_000_000);

    private static final String SOURCE = "elasticsearch.slowlog.source";

    /** For each of these pages the bodies of the searches that it causes, in their order. */
    List<List<String>> sentFor(List<String> pages) {
        logEverySearch("0ms");
        var sent = pages.stream().map(this::sentFor).toList();
        logEverySearch("-1");
        return sent;
    }

    /** Engines that are just starting may be too slow for the API's patience at first: then it is asked again. */
    private List<String> sentFor(String page) {
        return await(page).atMost(Duration.ofSeconds(60)).until(() -> search(page), sent -> !sent.isEmpty());
    }

    /** Logged before the API had its answer; nothing where the database answered. */
    private List<String> search(String page) {
        var price = String.valueOf(FURTHER_PRICE.incrementAndGet());
        var source = stack.api().get(page + "&maxPrice=" + price).at("/source");
        return source.equals("search")
                ? logged(price).stream().map(body -> body.replace(price, MARK)).toList()
                : List.of();
    }

    private void logEverySearch(String threshold) {
        var answer = Http.to(stack.addresses().elasticsearch(""))
                .put("/listings/_settings", Map.of("index.search.slowlog.threshold.query.trace", threshold));
        if (answer.status() != 200) {
            throw new IllegalStateException("The search log cannot be set: " + answer.text());
        }
    }

    private List<String> logged(String price) {
        var logs = stack.data().resolve("elasticsearch/logs");
        try (Stream<Path> files = Files.list(logs)) {
            var log = files.filter(file -> file.toString().endsWith("_index_search_slowlog.json"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No search log in " + logs));
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains(price) && line.endsWith("}"))
                    .map(EngineQueries::source)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Escaped twice: as JSON in JSON, and once more by the engine's log. */
    private static String source(String line) {
        var escaped = Http.JSON.readTree(line).path(SOURCE).asString();
        return Http.JSON.readTree('"' + escaped + '"').asString();
    }
}
