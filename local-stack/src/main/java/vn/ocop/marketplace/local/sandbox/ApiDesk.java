package vn.ocop.marketplace.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of the API: keys, idempotent replays, faults and errors around each call. */
final class ApiDesk {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String REPLAYS = "sandbox_replay";

    private final String apiKey;
    private final StripeApi calls;
    private final StripeObjects objects;
    private final Faults faults;

    ApiDesk(String apiKey, StripeApi calls, StripeObjects objects, Faults faults) {
        this.apiKey = apiKey;
        this.calls = calls;
        this.objects = objects;
        this.faults = faults;
    }

    void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Request-Id", "req_" + objects.randomText(14));
        exchange.getResponseHeaders().set("Stripe-Version", Webhooks.API_VERSION);
        try {
            authorize(exchange.getRequestHeaders().getFirst("Authorization"));
            faults.beforeCall();
            var answer = answer(exchange);
            faults.afterCall();
            PaymentSandbox.send(exchange, answer.status(), JSON, answer.body());
        } catch (StripeError error) {
            PaymentSandbox.send(exchange, error.status(), JSON, error.body().toString());
        }
    }

    private void authorize(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw StripeError.unauthorized("You did not provide an API key.");
        }
        if (!authorization.substring("Bearer ".length()).equals(apiKey)) {
            throw StripeError.unauthorized("Invalid API Key provided.");
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var query = exchange.getRequestURI().getRawQuery();
        var encoded = "GET".equals(method) ? Optional.ofNullable(query).orElse("") : PaymentSandbox.body(exchange);
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || !"POST".equals(method)) {
            return perform(method, path, encoded);
        }
        exchange.getResponseHeaders().set("Idempotency-Key", key);
        synchronized (objects) {
            var earlier = objects.find("replay:" + key);
            if (earlier.isEmpty()) {
                var answer = perform(method, path, encoded);
                remember(key, path + "?" + encoded, answer);
                return answer;
            }
            if (!earlier.get().path("request").asString().equals(path + "?" + encoded)) {
                throw StripeError.keyReused();
            }
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            return new Answer(
                    earlier.get().path("status").asInt(),
                    earlier.get().path("body").asString());
        }
    }

    /** Like Stripe's, a refusal is an answer too, and is replayed the same. */
    private Answer perform(String method, String path, String encoded) {
        try {
            return new Answer(200, calls.call(method, path, Form.parse(encoded)).toString());
        } catch (StripeError error) {
            return new Answer(error.status(), error.body().toString());
        }
    }

    private void remember(String key, String request, Answer answer) {
        objects.save(objects.create(REPLAYS, "")
                .put("id", "replay:" + key)
                .put("request", request)
                .put("status", answer.status())
                .put("body", answer.body()));
    }

    private record Answer(int status, String body) {}
}
