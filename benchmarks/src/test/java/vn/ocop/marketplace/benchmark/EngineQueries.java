package vn.ocop.marketplace.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;

/** Learns from Elasticsearch's own log what the API asks it. */
record EngineQueries(PackagedStack stack) {

    /** The upper price by which our own requests are known, and in whose place others are put. */
    static final String MARK = "987654321";

    private static final String SOURCE = "elasticsearch.slowlog.source";

    /** The bodies of the searches that these pages cause, in their order. */
    List<String> sentFor(List<String> pages) {
        logEverySearch("0ms");
        int before = logged().size();
        pages.forEach(this::search);
        await("the searches are logged")
                .atMost(Duration.ofSeconds(20))
                .until(() -> logged().size() - before >= pages.size());
        logEverySearch("-1");
        return logged().stream().skip(before).toList();
    }

    /** Engines that are just starting may be too slow for the API's patience at first. */
    private void search(String page) {
        await(page)
                .atMost(Duration.ofSeconds(60))
                .until(() -> stack.api()
                        .get(page + "&maxPrice=" + MARK)
                        .at("/source")
                        .equals("search"));
    }

    private void logEverySearch(String threshold) {
        var answer = Http.to(stack.addresses().elasticsearch(""))
                .put("/listings/_settings", Map.of("index.search.slowlog.threshold.query.trace", threshold));
        if (answer.status() != 200) {
            throw new IllegalStateException("The search log cannot be set: " + answer.text());
        }
    }

    private List<String> logged() {
        var logs = stack.data().resolve("elasticsearch/logs");
        try (Stream<Path> files = Files.list(logs)) {
            var log = files.filter(file -> file.toString().endsWith("_index_search_slowlog.json"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No search log in " + logs));
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains(MARK) && line.endsWith("}"))
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
