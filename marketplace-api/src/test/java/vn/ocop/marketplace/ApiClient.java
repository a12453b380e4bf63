package vn.ocop.marketplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Speaks to the API as any program would, as one person. */
public record ApiClient(Optional<String> token) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String code() {
            return text("/code");
        }

        /** The text at a JSON pointer, empty where there is none. */
        public String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    public static ApiClient stranger() {
        return new ApiClient(Optional.empty());
    }

    public static ApiClient guest() {
        return stranger().with(stranger().post("/api/v1/guests", Map.of()));
    }

    public static ApiClient member(String phone, String password) {
        return stranger().with(stranger().post("/api/v1/sessions", Map.of("login", phone, "password", password)));
    }

    public ApiClient with(Answer opened) {
        if (opened.status() != 201) {
            throw new AssertionError("no session: " + opened.status() + " " + opened.body());
        }
        return new ApiClient(Optional.of(opened.body().path("token").asString()));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return send(request(path).header("Idempotency-Key", idempotencyKey).POST(json(body)));
    }

    /** Sends a picture's bytes as they are. */
    public Answer upload(byte[] file) {
        return send(request("/api/v1/pictures")
                .setHeader("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /** Sends a file's bytes under a fresh key. */
    public Answer send(String path, byte[] file) {
        return send(path, file, UUID.randomUUID().toString());
    }

    public Answer send(String path, byte[] file, String idempotencyKey) {
        return send(request(path)
                .setHeader("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /** A file's bytes. */
    public byte[] file(String path) {
        try {
            var response = HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError("no file: " + response.statusCode());
            }
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(json(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer raw(String method, String path, String body, String... headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + LocalApi.PORT + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json");
        token.ifPresent(bearer -> builder.header("Authorization", "Bearer " + bearer));
        return builder;
    }

    private static boolean isJson(HttpResponse<String> response) {
        return !response.body().isEmpty()
                && response.headers().firstValue("Content-Type").orElse("").matches(".*[/+]json.*");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Answer(
                    response.statusCode(),
                    isJson(response) ? JSON.readTree(text) : MissingNode.getInstance(),
                    response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
