package vn.ocop.marketplace.hotreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class HotReadsTest {

    private static final String PUBLIC = "public, max-age=1, stale-while-revalidate=5";
    private static final String LONG = "{\"story\":\"" + "cà phê ".repeat(400) + "\"}";

    @Test
    void givesTheSameBytesWithoutRunningAgain() {
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, "{\"a\":1}"))) {
            var first = site.get("/listings/1?x=1");
            var second = site.get("/listings/1?x=1");

            assertThat(site.runs).hasValue(1);
            assertThat(second.body()).isEqualTo("{\"a\":1}").isEqualTo(first.body());
            assertThat(second.headers().map()).isEqualTo(first.headers().map());
            assertThat(second.headers().firstValue("Content-Length")).hasValue("7");
            assertThat(second.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(second.headers().firstValue("Cache-Control")).hasValue(PUBLIC);
            assertThat(second.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void runsAgainOnceTheStatedTimeIsOver() {
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, "{}"))) {
            site.get("/a");
            site.pass(Duration.ofMillis(999));
            site.get("/a");
            assertThat(site.runs).hasValue(1);

            site.pass(Duration.ofMillis(2));
            site.get("/a");
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void tellsPathsAndQueriesApart() {
        try (var site = new Site((request, response) -> Site.say(
                response,
                PUBLIC,
                request.getURI().getRawPath() + '|' + request.getURI().getRawQuery()))) {
            for (int round = 0; round < 2; round++) {
                assertThat(site.get("/a?q=1").body()).isEqualTo("/a|q=1");
                assertThat(site.get("/a?q=2").body()).isEqualTo("/a|q=2");
                assertThat(site.get("/a%2F?q=1").body()).isEqualTo("/a%2F|q=1");
                assertThat(site.get("/a").body()).isEqualTo("/a|null");
            }
            assertThat(site.runs).hasValue(4);
        }
    }

    @Test
    void neverGivesOneLanguageOrHostTheBytesOfAnother() {
        try (var site = new Site((request, response) -> {
            var headers = request.getHeaders();
            response.getHeaders().add("Vary", "Accept-Language");
            return Site.say(response, PUBLIC, headers.getFirst("Accept-Language") + headers.getFirst("X-Floor"));
        })) {
            for (int round = 0; round < 2; round++) {
                assertThat(site.get("/", "Accept-Language", "vi").body()).isEqualTo("vinull");
                assertThat(site.get("/", "Accept-Language", "en").body()).isEqualTo("ennull");
                assertThat(site.get("/", "Accept-Language", "en", "X-Floor", "quangtritrade.vn")
                                .body())
                        .isEqualTo("enquangtritrade.vn");
            }
            assertThat(site.runs).hasValue(3);
        }
    }

    @Test
    void runsWheneverThePolicySaysTheRequestIsPersonal() {
        try (var site = new Site((request, response) ->
                Site.say(response, PUBLIC, "for " + request.getHeaders().getFirst("Authorization")))) {
            assertThat(site.get("/a", "Authorization", "Bearer mai").body()).isEqualTo("for Bearer mai");
            assertThat(site.get("/a").body()).isEqualTo("for null");
            assertThat(site.get("/a", "Authorization", "Bearer lan").body()).isEqualTo("for Bearer lan");
            assertThat(site.runs).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private, max-age=5",
                "max-age=5",
                "no-store",
                "public",
                "public, max-age=0",
                "public, max-age=x",
                "public, max-age=5, no-cache"
            })
    void keepsOnlyWhatIsSaidToBePublicForATime(String cacheControl) {
        try (var site = new Site((request, response) -> Site.say(response, cacheControl, "{}"))) {
            site.get("/a");
            site.get("/a");
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void keepsNoAnswerWithACookieEvenOneAddedAtTheLastMoment() {
        try (var site = new Site((request, response) -> {
            response.beforeCommit(() -> Mono.fromRunnable(() ->
                    response.addCookie(ResponseCookie.from("session", "mai").build())));
            return Site.say(response, PUBLIC, "{}");
        })) {
            assertThat(site.get("/a").headers().firstValue("Set-Cookie")).isPresent();
            assertThat(site.get("/a").headers().firstValue("Set-Cookie")).isPresent();
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void keepsHeadersAddedAtTheLastMoment() {
        try (var site = new Site((request, response) -> {
            response.beforeCommit(
                    () -> Mono.fromRunnable(() -> response.getHeaders().set("X-Content-Type-Options", "nosniff")));
            return Site.say(response, PUBLIC, "{}");
        })) {
            site.get("/a");
            assertThat(site.get("/a").headers().firstValue("X-Content-Type-Options"))
                    .hasValue("nosniff");
            assertThat(site.runs).hasValue(1);
        }
    }

    @Test
    void keepsNoAnswerThatVariesByWhatThePolicyDoesNotLookAt() {
        try (var site = new Site((request, response) -> {
            response.getHeaders().add("Vary", "Origin, Accept-Language");
            return Site.say(response, PUBLIC, "{}");
        })) {
            site.get("/a");
            site.get("/a");
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void keepsNoErrors() {
        try (var site = new Site((request, response) -> {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return Site.say(response, PUBLIC, "{}");
        })) {
            assertThat(site.get("/a").statusCode()).isEqualTo(404);
            assertThat(site.get("/a").statusCode()).isEqualTo(404);
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void keepsNoBodyAboveTheLimitButSendsItWhole() {
        var large = "x".repeat(150_000);
        try (var site = new Site((request, response) -> {
            response.getHeaders().setCacheControl(PUBLIC);
            return response.writeWith(Flux.range(0, 15).map(i -> (DataBuffer) response.bufferFactory()
                    .wrap(large.substring(i * 10_000, i * 10_000 + 10_000).getBytes(StandardCharsets.US_ASCII))));
        })) {
            assertThat(site.get("/a").body()).isEqualTo(large);
            assertThat(site.get("/a").body()).isEqualTo(large);
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void staysWithinItsMemory() {
        var body = "x".repeat(50_000);
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, body))) {
            for (int i = 0; i < 60; i++) {
                site.get("/a" + i);
            }
            site.runs.set(0);
            for (int i = 0; i < 60; i++) {
                site.get("/a" + i);
            }
            // 1 MB of room holds about a dozen answers of 50 kB with their compressed twins.
            assertThat(site.runs.get()).isBetween(40, 60);
        }
    }

    @Test
    void answersNotModifiedToWhoKnowsTheTag() {
        try (var site = new Site((request, response) -> {
            assertThat(request.getHeaders().getFirst("If-None-Match")).isNull();
            return Site.say(response, PUBLIC, LONG);
        })) {
            var tag = site.get("/a").headers().firstValue("ETag").orElseThrow();

            var known = site.get("/a", "If-None-Match", "\"other\", W/" + tag);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.headers().firstValue("ETag")).hasValue(tag);

            site.pass(Duration.ofSeconds(100));
            assertThat(site.get("/a", "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(site.get("/a", "If-None-Match", "\"other\"").body()).isEqualTo(LONG);
            assertThat(site.runs).hasValue(2);
        }
    }

    @Test
    void keepsTheTagOfTheApplication() {
        try (var site = new Site((request, response) -> {
            response.getHeaders().setETag("\"17-20261122\"");
            return Site.say(response, PUBLIC, "{}");
        })) {
            site.get("/a");
            assertThat(site.get("/a").headers().firstValue("ETag")).hasValue("\"17-20261122\"");
        }
    }

    @Test
    void keepsACompressedTwinWithItsOwnTag() throws IOException {
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, LONG))) {
            for (int round = 0; round < 2; round++) {
                var gzip = site.bytes("/a", "Accept-Encoding", "br, gzip");
                assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
                assertThat(gzip.headers().firstValue("Vary")).hasValue("Accept-Encoding");
                assertThat(gzip.headers().firstValue("ETag").orElseThrow()).endsWith("-gz\"");
                assertThat(new String(
                                new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes(),
                                StandardCharsets.UTF_8))
                        .isEqualTo(LONG);
                assertThat(site.get("/a").body()).isEqualTo(LONG);
                assertThat(site.get("/a", "Accept-Encoding", "gzip;q=0").body()).isEqualTo(LONG);
            }
            assertThat(site.runs).hasValue(1);
        }
    }

    @Test
    void answersHeadFromWhatGetLeft() {
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, "{\"a\":1}"))) {
            site.get("/a");
            var head = site.send("HEAD", "/a");

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Length")).hasValue("7");
            assertThat(site.runs).hasValue(1);
        }
    }

    @Test
    void letsEveryOtherMethodThrough() {
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, "{}"))) {
            site.get("/a");
            site.send("POST", "/a");
            site.send("DELETE", "/a");
            assertThat(site.runs).hasValue(3);
        }
    }

    @Test
    void letsRangesThrough() {
        try (var site = new Site((request, response) -> Site.say(response, PUBLIC, "{}"))) {
            site.get("/a");
            site.get("/a", "Range", "bytes=0-1");
            assertThat(site.runs).hasValue(2);
        }
    }
}
