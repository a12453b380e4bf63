package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** Elasticsearch as a cluster of three nodes, one of which is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineClusterFaultIT {

    private static final List<String> QUERIES =
            List.of("q=ca+phe", "q=mat+ong", "sort=price", "province=44", "q=nuoc+mam&stars=4");
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private PackagedStack stack;
    private IndexMirror mirror;

    @BeforeAll
    void start() {
        stack = PackagedStack.start("cluster", List.of("--scale", "1000", "--engines", "3"))
                .settled();
        mirror = new IndexMirror(stack);
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void aNodeKilledUnderLoadLosesNoSearchAndNoWrite() {
        mirror.awaitConverged();
        awaitColour("green");
        var index = mirror.index();
        var victim = holderOfThePrimary(index);
        var searches = new Searches();
        var goesOn = new AtomicBoolean(true);
        try (var searching = Crowd.of(4, 4, number -> searches.until(goesOn, number));
                var changing = Crowd.of(2, 2, number -> change(500 + number))) {
            searches.awaitMore(40);
            stack.hold(victim);
            stack.kill(victim);
            searches.awaitMore(200);
            changing.results();
            awaitByEngine("search goes on without the node");
            goesOn.set(false);
            searching.results();
        }

        assertThat(searches.lost.get()).as("searches without an answer").isZero();
        System.out.printf(
                "%d searches, %d of them answered by the database%n", searches.done.get(), searches.fellBack.get());
        if (victim != Part.ELASTICSEARCH) {
            mirror.awaitConverged();
        }
        stack.release(victim);
        awaitColour("green");
        mirror.awaitConverged();
        assertThat(mirror.index()).as("nothing had to be built anew").isEqualTo(index);
        assertThat(stack.sql().number("select count(*) from listing.index_changes"))
                .isZero();
    }

    private int change(int seed) {
        new Changes(stack, seed).make(400);
        return seed;
    }

    private void awaitByEngine(String what) {
        await(what).atMost(LIMIT).until(() -> browse("q=tra").at("/source").equals("search"));
    }

    private void awaitColour(String colour) {
        await("the cluster is " + colour)
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> colour.equals(Http.to(stack.addresses().elasticsearch("/_cluster/health"))
                        .get("")
                        .at("/status")));
    }

    private Part holderOfThePrimary(String index) {
        var shards = Http.to(stack.addresses().elasticsearch("/_cat/shards/" + index + "?format=json&h=prirep,node"))
                .get("")
                .body();
        for (var shard : shards) {
            if ("p".equals(shard.path("prirep").asString())) {
                return switch (shard.path("node").asString()) {
                    case "node-2" -> Part.ELASTICSEARCH_2;
                    case "node-3" -> Part.ELASTICSEARCH_3;
                    default -> Part.ELASTICSEARCH;
                };
            }
        }
        throw new IllegalStateException("No primary: " + shards);
    }

    private Http.Answer browse(String query) {
        // Another upper price each time, so that no answer is there already.
        return stack.api()
                .get("/api/v1/listings?" + query + "&maxPrice=" + (900_000_000 + System.nanoTime() % 1_000_000));
    }

    /** What came of many searches. */
    private final class Searches {

        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicInteger fellBack = new AtomicInteger();

        int until(AtomicBoolean goesOn, int first) {
            int asked = first;
            while (goesOn.get()) {
                var answer = browse(QUERIES.get(asked++ % QUERIES.size()));
                if (answer.status() != 200 || answer.body().path("items").isEmpty()) {
                    lost.incrementAndGet();
                }
                if ("database".equals(answer.at("/source"))) {
                    fellBack.incrementAndGet();
                }
                done.incrementAndGet();
            }
            return asked;
        }

        void awaitMore(int many) {
            int before = done.get();
            await("searches go on").atMost(LIMIT).until(() -> done.get() - before >= many);
        }
    }
}
