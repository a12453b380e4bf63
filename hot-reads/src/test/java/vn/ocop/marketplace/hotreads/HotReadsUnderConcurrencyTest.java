package vn.ocop.marketplace.hotreads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class HotReadsUnderConcurrencyTest {

    private static final String PUBLIC = "public, max-age=1, stale-while-revalidate=5";
    private static final int READERS = 50;

    @Test
    void runsOnceForManyWhoAskAtTheSameTime() {
        var gate = Sinks.<Void>empty();
        try (var site = new Site(
                (request, response) -> gate.asMono().then(Mono.defer(() -> Site.say(response, PUBLIC, "{\"a\":1}"))))) {
            var readers = readers(site, "/a");
            await().atMost(Duration.ofSeconds(10)).until(() -> site.runs.get() == 1);

            gate.tryEmitEmpty();

            assertThat(bodies(readers)).hasSize(READERS).containsOnly("{\"a\":1}");
            assertThat(site.runs).hasValue(1);
            assertThat(site.hotReads.counters().ran()).isOne();
            assertThat(site.hotReads.counters().waited()
                            + site.hotReads.counters().fresh())
                    .isEqualTo(READERS - 1);
        }
    }

    @Test
    void showsTheOldAnswerWhileOneFetchesTheNew() {
        var version = new AtomicInteger(1);
        var gate = Sinks.<Void>empty();
        try (var site = new Site((request, response) -> version.get() == 1
                ? Site.say(response, PUBLIC, "old")
                : gate.asMono().then(Mono.defer(() -> Site.say(response, PUBLIC, "new"))))) {
            site.get("/a");
            version.set(2);
            site.pass(Duration.ofSeconds(2));

            var fetching = site.getLater("/a");
            await().atMost(Duration.ofSeconds(10)).until(() -> site.runs.get() == 2);
            assertThat(site.get("/a").body()).isEqualTo("old");
            gate.tryEmitEmpty();

            assertThat(fetching.join().body()).isEqualTo("new");
            assertThat(site.get("/a").body()).isEqualTo("new");
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void showsNothingOlderThanAllowed() {
        var version = new AtomicInteger();
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, "v" + version.incrementAndGet()))) {
            site.get("/a");
            site.pass(Duration.ofSeconds(7));
            assertThat(bodies(readers(site, "/a"))).containsOnly("v2");
        }
    }

    @Test
    void letsAWaitingReaderRunWhenTheFirstGoesAway() throws IOException {
        var gate = Sinks.<Void>empty();
        try (var site = new Site(
                (request, response) -> gate.asMono().then(Mono.defer(() -> Site.say(response, PUBLIC, "{}"))))) {
            var first = new Socket("127.0.0.1", site.port());
            first.getOutputStream().write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(10)).until(() -> site.runs.get() == 1);
            var readers = readers(site, "/a");

            first.close();
            await().atMost(Duration.ofSeconds(10)).until(() -> site.runs.get() == 2);
            gate.tryEmitEmpty();

            assertThat(bodies(readers)).hasSize(READERS).containsOnly("{}");
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void letsAllRunAtOnceWhenTheAnswerCannotBeKept() {
        var gate = Sinks.<Void>empty();
        try (var site = new Site((request, response) -> gate.asMono().then(Mono.defer(() -> {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return Site.say(response, "no-store", "nothing");
        })))) {
            var readers = readers(site, "/a");
            await().atMost(Duration.ofSeconds(10)).until(() -> site.runs.get() == 1);

            gate.tryEmitEmpty();

            assertThat(bodies(readers)).hasSize(READERS).containsOnly("nothing");
            assertThat(site.runs).hasValue(READERS);
        }
    }

    @Test
    void keepsShowingTheOldAnswerWhenFetchingFails() {
        var broken = new AtomicInteger();
        try (var site = new Site((request, response) -> {
            if (broken.get() == 1) {
                response.setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
            }
            return Site.say(response, PUBLIC, "v" + broken.get());
        })) {
            site.get("/a");
            broken.set(1);
            site.pass(Duration.ofSeconds(2));
            assertThat(site.get("/a").statusCode()).isEqualTo(500);
            broken.set(2);

            assertThat(site.get("/a").body()).isEqualTo("v2");
            assertThat(site.get("/a").body()).isEqualTo("v2");
            assertThat(site.runs).hasValue(3);
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> readers(Site site, String path) {
        var readers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < READERS; i++) {
            readers.add(site.getLater(path));
        }
        return readers;
    }

    private static List<String> bodies(List<CompletableFuture<HttpResponse<String>>> readers) {
        return readers.stream().map(reader -> reader.join().body()).toList();
    }
}
