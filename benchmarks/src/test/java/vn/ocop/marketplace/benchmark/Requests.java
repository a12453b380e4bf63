package vn.ocop.marketplace.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Requests as bytes, with the few headers that matter. */
final class Requests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Requests() {}

    static Visitor.Ask get(String name, String path, String language, String marker) {
        var head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: " + language + "\r\n\r\n";
        return ask(name, head, "", marker);
    }

    static Visitor.Ask post(String name, String path, String token, Object body, String marker) {
        return postJson(name, path, token, JSON.writeValueAsString(body), marker);
    }

    static Visitor.Ask postJson(String name, String path, String token, String json, String marker) {
        var length = json.getBytes(StandardCharsets.UTF_8).length;
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Accept-Language: vi\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + "Content-Length: " + length + "\r\n\r\n";
        return ask(name, head, json, marker);
    }

    private static Visitor.Ask ask(String name, String head, String body, String marker) {
        return new Visitor.Ask(
                name, (head + body).getBytes(StandardCharsets.UTF_8), marker.getBytes(StandardCharsets.UTF_8));
    }

    /** What a shopper sends to place an order paid at the door. */
    static Map<String, Object> cashOrder(String quote) {
        return Map.of(
                "quoteId",
                quote,
                "paymentMethod",
                "CASH_ON_DELIVERY",
                "recipient",
                Map.of(
                        "name",
                        "Trần Thị Mai",
                        "phone",
                        "0912345678",
                        "communeCode",
                        Shelf.DESTINATION,
                        "street",
                        "12 Lê Duẩn"));
    }
}
