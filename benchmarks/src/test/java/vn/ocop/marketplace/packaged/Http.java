package vn.ocop.marketplace.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Speaks to one server as any program would, perhaps as one person. */
public record Http(String server, Optional<String> token) {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What came back; the body is missing when it is not JSON. */
    public record Answer(int status, JsonNode body, String text, HttpResponse<String> raw) {

        public String at(String pointer) {
            return body.at(pointer).asString("");
        }

        public boolean isProblem() {
            return raw.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        }
    }

    public static Http to(String server) {
        return new Http(server, Optional.empty());
    }

    public Http as(String bearer) {
        return new Http(server, Optional.of(bearer));
    }

    public Http asGuest() {
        return as(post("/api/v1/guests", Map.of()).at("/token"));
    }

    public Http asMember(String login, String password) {
        return as(post("/api/v1/sessions", Map.of("login", login, "password", password))
                .at("/token"));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Answer put(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** Sends a file as it is. */
    public Answer text(String path, String file) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
    }

    public Answer form(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(30));
        token.ifPresent(bearer -> builder.header("Authorization", "Bearer " + bearer));
        return builder;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
