package vn.ocop.marketplace.indexer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the real engine and lets everything through, but for bulks when it is in a mood. */
final class MoodyEngine {

    /** How bulks are treated. */
    enum Mood {
        WELL,
        /** Answers 429 to the request. */
        REFUSES,
        /** Answers 429 for each document. */
        REFUSES_DOCUMENTS
    }

    private final URI engine;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private volatile Duration delay = Duration.ZERO;

    MoodyEngine(URI engine) {
        this.engine = engine;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void is(Mood now) {
        mood = now;
    }

    void takesForBulks(Duration now) {
        delay = now;
    }

    int refused() {
        return refused.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/_bulk")) {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                if (mood != Mood.WELL) {
                    refused.incrementAndGet();
                    refuse(exchange, new String(body, StandardCharsets.UTF_8));
                    return;
                }
            }
            pass(exchange, body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(HttpExchange exchange, String body) throws IOException {
        var item =
                "{\"index\":{\"status\":429,\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}}";
        long items = body.lines().filter(line -> line.contains("\"_index\"")).count();
        var documents = mood == Mood.REFUSES_DOCUMENTS;
        answer(
                exchange,
                documents ? 200 : 429,
                ("{\"items\":[" + String.join(",", Collections.nCopies((int) items, item)) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(engine.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers()
                .firstValue("X-Elastic-Product")
                .ifPresent(product -> exchange.getResponseHeaders().set("X-Elastic-Product", product));
        answer(exchange, answer.statusCode(), answer.body());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
