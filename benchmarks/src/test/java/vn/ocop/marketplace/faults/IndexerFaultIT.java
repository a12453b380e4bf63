package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.Addresses;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** The indexer is killed in the middle of its work. */
class IndexerFaultIT {

    private final PackagedStack stack = SharedStack.get();
    private final IndexMirror mirror = new IndexMirror(stack);
    private final Http indexer = Http.to(stack.addresses().indexer(""));

    @AfterEach
    void putBackOnSale() {
        new Changes(stack, 0).undo();
    }

    @Test
    void killedWhileChangesComeInItConverges() {
        try (var changing = Crowd.of(4, 4, number -> make(new Changes(stack, 100 + number), 500))) {
            for (int kill = 0; kill < 2; kill++) {
                awaitWork();
                stack.kill(Part.INDEXER);
                stack.awaitHealthy(Part.INDEXER);
            }
            changing.results();
        }

        mirror.awaitConverged();
        awaitNothingWaiting();
    }

    @Test
    void killedInTheMiddleOfARebuildItConverges() {
        mirror.awaitConverged();
        var before = mirror.index();
        try (var changing = Crowd.of(2, 2, number -> make(new Changes(stack, 200 + number), 400))) {
            Shopper.persistent(() -> indexer.post("/rebuild", Map.of()), 202);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> stack.sql()
                                    .number(
                                            "select (select count(*) from listing.index_rebuild_slices where written > 0)"
                                                    + " + (select count(*) from listing.index_rebuild where state = 'DONE')")
                            > 0);
            stack.kill(Part.INDEXER);
            changing.results();
        }
        stack.awaitHealthy(Part.INDEXER);

        await("the rebuild is finished by the next process")
                .atMost(Duration.ofSeconds(90))
                .until(() -> stack.sql()
                        .texts("select state from listing.index_rebuild")
                        .contains("DONE"));
        mirror.awaitConverged();
        assertThat(mirror.index()).isNotEqualTo(before);
    }

    @Test
    void twoAtOnceConverge() throws InterruptedException {
        var port = Addresses.free().indexer();
        var second = stack.another(Part.INDEXER, port);
        try {
            await("the second indexer is healthy")
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> Http.to("http://127.0.0.1:" + port)
                                    .get("/actuator/health")
                                    .status()
                            == 200);
            try (var changing = Crowd.of(4, 4, number -> make(new Changes(stack, 300 + number), 400))) {
                Shopper.persistent(() -> indexer.post("/rebuild", Map.of()), 202);
                changing.results();
            }
            second.destroyForcibly();
            await("the rebuild ends")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> stack.sql()
                            .texts("select state from listing.index_rebuild")
                            .contains("DONE"));
            mirror.awaitConverged();
            awaitNothingWaiting();
        } finally {
            second.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static int make(Changes changes, int many) {
        changes.make(many);
        return many;
    }

    /** Changes that wait, so that a kill hits an indexer at work. */
    private void awaitWork() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        stack.sql().number("select count(*) from listing.index_changes where claim is not null") > 0
                                || waiting() == 0);
    }

    /** What a killed indexer had in hand is taken over when its lease of 90 seconds ends. */
    private void awaitNothingWaiting() {
        await("no change waits").atMost(Duration.ofSeconds(150)).until(() -> waiting() == 0);
    }

    private long waiting() {
        return stack.sql().number("select count(*) from listing.index_changes");
    }
}
