package vn.ocop.marketplace.search;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.CircuitBreaker;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/** Asks Elasticsearch, with little patience: whoever waits has the database's own search to fall back on. */
@Component
class SearchEngine implements DisposableBean {

    private static final int CONNECTIONS = 64;
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final Rest5Client client;
    private final JsonMapper json;
    private final CircuitBreaker breaker = new CircuitBreaker("The search engine", failure -> true);
    private final Duration patience;

    SearchEngine(
            @Value("${marketplace.elasticsearch-url}") List<URI> nodes,
            @Value("${marketplace.search-patience:800ms}") Duration patience,
            JsonMapper json) {
        this.patience = patience;
        this.json = json;
        this.client = Rest5Client.builder(nodes.toArray(URI[]::new))
                .setMetaHeaderEnabled(false)
                // The engine is near: packing an answer and unpacking it takes both sides longer than sending it.
                .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableContentCompression)
                .setConnectionManagerCallback(SearchEngine::manyConnections)
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(Timeout.of(patience)))
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(patience)))
                .build();
    }

    private static void manyConnections(PoolingAsyncClientConnectionManagerBuilder connections) {
        connections.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS);
    }

    /** One search in the index of listings. */
    Mono<JsonNode> search(Object request) {
        return ask(
                "/" + ListingIndex.READ_ALIAS + "/_search",
                json.writeValueAsBytes(request),
                ContentType.APPLICATION_JSON);
    }

    /** Several searches at once, answered in the same order under {@code responses}. */
    Mono<JsonNode> searchAll(Iterable<?> requests) {
        var lines = new StringBuilder();
        for (var request : requests) {
            lines.append("{}\n").append(json.writeValueAsString(request)).append('\n');
        }
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        return ask("/" + ListingIndex.READ_ALIAS + "/_msearch", body, NDJSON);
    }

    private Mono<JsonNode> ask(String path, byte[] body, ContentType type) {
        var request = new Request("POST", path);
        request.setEntity(new ByteArrayEntity(body, type));
        return breaker.guard(send(request).timeout(patience));
    }

    private Mono<JsonNode> send(Request request) {
        return Mono.create(sink -> {
            var running = client.performRequestAsync(request, listener(sink));
            sink.onCancel(running::cancel);
        });
    }

    private ResponseListener listener(MonoSink<JsonNode> sink) {
        return new ResponseListener() {
            @Override
            public void onSuccess(Response response) {
                try (var content = response.getEntity().getContent()) {
                    var answer = json.readTree(content);
                    // The client takes everything below 500 for an answer, also that there is no such index.
                    if (response.getStatusCode() == 200) {
                        sink.success(answer);
                    } else {
                        sink.error(new IOException("Elasticsearch refused the search: " + answer.path("error")));
                    }
                } catch (IOException | RuntimeException unreadable) {
                    sink.error(unreadable);
                }
            }

            @Override
            public void onFailure(Exception failure) {
                sink.error(failure);
            }
        };
    }

    @Override
    public void destroy() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
