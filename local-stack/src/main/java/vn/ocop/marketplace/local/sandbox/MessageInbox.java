package vn.ocop.marketplace.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SMS and mail gateway of this machine: takes what the API posts and shows the last of it on a page, so that one
 * can sign up without a phone. Nothing is written to disk.
 */
final class MessageInbox {

    private static final int KEPT = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Deque<JsonNode> messages = new ArrayDeque<>();

    void handle(HttpExchange exchange) throws IOException {
        if ("POST".equals(exchange.getRequestMethod())) {
            take(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(202, -1);
        } else {
            PaymentSandbox.send(exchange, 200, "text/html; charset=utf-8", page());
        }
    }

    private synchronized void take(JsonNode message) {
        messages.addFirst(message);
        while (messages.size() > KEPT) {
            messages.removeLast();
        }
    }

    private synchronized String page() {
        var page = new StringBuilder("<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Tin nhắn thử</title>"
                + "<body style=\"font:1rem/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem\">"
                + "<h1>Tin nhắn thử</h1><ul>");
        for (var message : messages) {
            page.append("<li><b>")
                    .append(escape(message.path("to").asString("")))
                    .append("</b><br>")
                    .append(escape(message.path("text").asString("")))
                    .append("</li>");
        }
        return page.append("</ul></body></html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
