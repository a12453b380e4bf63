package vn.ocop.marketplace.local.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's dealings with the API; every answer that is not 2xx ends the walk. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final String token;

    private Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    static Api guest(String base) {
        return new Api(
                base, new Api(base, "").post("/guests", "{}").path("token").asString());
    }

    static Api signedIn(String base, String phone, String password) {
        var session = new Api(base, "").post("/sessions", """
                {"login": "%s", "password": "%s"}
                """.formatted(phone, password));
        return new Api(base, session.path("token").asString());
    }

    JsonNode get(String path) {
        return call(request("/api/v1" + path).GET().build());
    }

    /** Each POST carries a key of its own. */
    JsonNode post(String path, String body) {
        return call(request("/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", "vi");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode call(HttpRequest request) {
        var answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s answered %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** A page as a browser gets it. */
    static String page(String url) {
        var answer = send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/html")
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Presses a button of a page and answers where it leads. */
    static String press(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))
                        .POST(BodyPublishers.noBody())
                        .build())
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(url + " leads nowhere"));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
