package vn.ocop.marketplace.shipment.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The carrier as its public documentation describes it, with the mischief of a real one on demand: it fails, or takes
 * an order and hangs up before it has answered.
 */
final class GhnSimulator implements AutoCloseable {

    static final String TOKEN = "285518-of-the-tests";

    /** What it does instead of answering. */
    enum Mischief {
        FAIL,
        TAKE_AND_HANG_UP
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, JsonNode> orders = new ConcurrentHashMap<>();
    final Map<String, List<Map<String, String>>> logs = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<Mischief> mischief = new ConcurrentLinkedQueue<>();
    final AtomicInteger creations = new AtomicInteger();
    private final HttpServer server;

    GhnSimulator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/shiip/public-api/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shiip/public-api";
    }

    /** The carrier's number of one of ours. */
    String numberOf(String ours) {
        return orders.entrySet().stream()
                .filter(order ->
                        order.getValue().path("client_order_code").asString("").equals(ours))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("Token"))
                || exchange.getRequestHeaders().getFirst("ShopId") == null) {
            send(exchange, 401, Map.of("code", 401, "message", "Token is not valid!"));
            return;
        }
        var path = exchange.getRequestURI().getPath().replace("/shiip/public-api", "");
        switch (path) {
            case "/v2/shipping-order/create" -> create(exchange, body);
            case "/v2/shipping-order/detail-by-client-code" ->
                found(exchange, known(body.path("client_order_code").asString("")));
            case "/v2/shipping-order/detail" ->
                found(exchange, body.path("order_code").asString(""));
            case "/v2/switch-status/cancel" -> {
                var number = body.path("order_codes").path(0).asString("");
                var gone = orders.remove(number) != null;
                send(
                        exchange,
                        200,
                        Map.of(
                                "code",
                                200,
                                "message",
                                "Success",
                                "data",
                                List.of(Map.of(
                                        "order_code",
                                        number,
                                        "result",
                                        gone,
                                        "message",
                                        gone ? "OK" : "order not found"))));
            }
            case "/v2/a5/gen-token" ->
                send(exchange, 200, Map.of("code", 200, "message", "Success", "data", Map.of("token", "print-me")));
            default -> send(exchange, 404, Map.of("code", 404, "message", "not found"));
        }
    }

    private String known(String ours) {
        return orders.entrySet().stream()
                .filter(order ->
                        order.getValue().path("client_order_code").asString("").equals(ours))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private void create(HttpExchange exchange, JsonNode body) throws IOException {
        var wrong = mischief.poll();
        if (wrong == Mischief.FAIL) {
            send(exchange, 500, Map.of("code", 500, "message", "Internal server error"));
            return;
        }
        for (var needed : List.of("to_name", "to_phone", "to_address", "to_ward_name", "required_note", "weight")) {
            if (body.path(needed).isMissingNode()) {
                send(exchange, 400, Map.of("code", 400, "message", needed + " is required"));
                return;
            }
        }
        if (!known(body.path("client_order_code").asString("")).isEmpty()) {
            send(exchange, 400, Map.of("code", 400, "message", "client_order_code existed"));
            return;
        }
        var number = "L"
                + Integer.toString(1_000_000 + creations.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
        orders.put(number, body);
        logs.put(number, new ArrayList<>());
        if (wrong == Mischief.TAKE_AND_HANG_UP) {
            exchange.close();
            return;
        }
        send(
                exchange,
                200,
                Map.of("code", 200, "message", "Success", "data", Map.of("order_code", number, "total_fee", 22_000)));
    }

    private void found(HttpExchange exchange, String number) throws IOException {
        if (!orders.containsKey(number)) {
            send(exchange, 400, Map.of("code", 400, "message", "Đơn hàng không tồn tại"));
            return;
        }
        send(
                exchange,
                200,
                Map.of(
                        "code",
                        200,
                        "message",
                        "Success",
                        "data",
                        Map.of("order_code", number, "log", logs.getOrDefault(number, List.of()))));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
