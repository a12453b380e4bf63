package vn.ocop.marketplace.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Stands where the marketplace takes webhooks. */
final class WebhookReceiver implements AutoCloseable {

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            deliveries.add(new Delivery(payload, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    void refuseNext(int count) {
        refusals.set(count);
    }

    int refusalsLeft() {
        return refusals.get();
    }

    long count(String type) {
        return deliveries.stream().filter(delivery -> delivery.is(type)).count();
    }

    Delivery await(String type) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> count(type) > 0);
        return deliveries.stream()
                .filter(delivery -> delivery.is(type))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Delivery(String payload, String signature) {
        boolean is(String type) {
            return payload.contains("\"type\":\"" + type + "\"");
        }
    }
}
