package vn.ocop.marketplace.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the indexer to build its index anew, as is quicker after bulk loading, and waits for it. */
final class IndexRebuild {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final Set<String> OVER = Set.of("DONE", "FAILED");

    private final URI rebuild;

    IndexRebuild(int indexerPort) {
        rebuild = URI.create("http://127.0.0.1:" + indexerPort + "/rebuild");
    }

    /** Waits for the rebuild that runs or, if {@code ask} is set, for a new one; says how far it is. */
    void await(boolean ask, long listings) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        var told = 0L;
        try (var http = HttpClient.newHttpClient()) {
            if (ask) {
                http.send(
                        HttpRequest.newBuilder(rebuild)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding());
            }
            while (System.nanoTime() < deadline) {
                var progress = read(http);
                var percent = progress.path("written").asLong(0) * 100 / Math.max(1, listings);
                if (percent / 10 > told) {
                    told = percent / 10;
                    Progress.say("indexing", told * 10);
                }
                if (OVER.contains(progress.path("state").asString(""))) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(300);
            }
        } catch (IOException e) {
            // The indexer went away; its keeper starts it again, and it goes on where it was.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode read(HttpClient http) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(rebuild).build(), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }
}
