package vn.ocop.marketplace.hotreads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A real server on a real port with hot reads around an application that counts its runs; time stands still. */
final class Site implements AutoCloseable {

    static final HotReadLimits LIMITS =
            new HotReadLimits(1 << 20, 100_000, Duration.ofSeconds(60), Duration.ofSeconds(10));

    final AtomicInteger runs = new AtomicInteger();
    final AtomicLong nanos = new AtomicLong();
    final HotReads hotReads;
    private final DisposableServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Site(HttpHandler application) {
        this(application, LIMITS);
    }

    Site(HttpHandler application, HotReadLimits limits) {
        hotReads = new HotReads(new ByLanguageAndHost(), limits, nanos::get);
        HttpHandler counted = (request, response) -> {
            runs.incrementAndGet();
            return application.handle(request, response);
        };
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(hotReads.apply(counted)))
                .bindNow(Duration.ofSeconds(10));
    }

    /** Anonymous readers of everything; told apart by language and by the header that stands for the host here. */
    private static final class ByLanguageAndHost implements HotReadPolicy {

        private final PreferredLanguage language = new PreferredLanguage("vi", "en");

        @Override
        public @Nullable String variant(ServerHttpRequest request) {
            var headers = request.getHeaders();
            return headers.containsHeader("Authorization")
                    ? null
                    : language.of(headers.getFirst("Accept-Language")) + ' ' + headers.getFirst("X-Floor");
        }

        @Override
        public Set<String> varies() {
            return Set.of("Accept-Language", "X-Floor");
        }
    }

    static Mono<Void> say(ServerHttpResponse response, String cacheControl, String body) {
        response.getHeaders().setCacheControl(cacheControl);
        response.getHeaders().set("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    HttpResponse<String> get(String path, String... headers) {
        try {
            return client.send(request(path, "GET", headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return client.send(request(path, "GET", headers), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    HttpResponse<String> send(String method, String path) {
        try {
            return client.send(request(path, method), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    CompletableFuture<HttpResponse<String>> getLater(String path, String... headers) {
        return client.sendAsync(request(path, "GET", headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String method, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        client.close();
        server.disposeNow(Duration.ofSeconds(5));
    }
}
