package vn.ocop.marketplace.indexer;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with Elasticsearch and sorts its failures: away for now, or an answer like any other. */
@Component
class Elasticsearch implements DisposableBean {

    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final Rest5Client client;
    private final JsonMapper json;

    Elasticsearch(IndexerSettings settings, JsonMapper json) {
        this.json = json;
        this.client = Rest5Client.builder(settings.elasticsearchUrl().toArray(URI[]::new))
                .setMetaHeaderEnabled(false)
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(settings.patience())))
                .setConnectionConfigCallback(connection -> connection
                        .setConnectTimeout(Timeout.ofSeconds(2))
                        // Without it the socket's own time-out (three minutes) could outlast a lease.
                        .setSocketTimeout(Timeout.of(settings.patience())))
                .build();
    }

    /** An answer of the engine, whether it likes the request or not. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status < 300;
        }

        /** For requests that can only fail by a fault of ours. */
        JsonNode required() {
            if (!ok()) {
                throw new IllegalStateException("Elasticsearch answered " + status + ": " + body);
            }
            return body;
        }

        /** For requests about an index that the engine may have lost. */
        JsonNode ofIndex(String index) {
            if (status == 404) {
                throw new IndexMissingException(index);
            }
            return required();
        }
    }

    Mono<Answer> get(String path) {
        return send(new Request("GET", path));
    }

    Mono<Answer> delete(String path) {
        return send(new Request("DELETE", path));
    }

    Mono<Answer> put(String path, String body) {
        var request = new Request("PUT", path);
        request.setJsonEntity(body);
        return send(request);
    }

    Mono<Answer> post(String path, String body) {
        var request = new Request("POST", path);
        request.setJsonEntity(body);
        return send(request);
    }

    Mono<Answer> bulk(byte[] lines) {
        var request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", "items.*.status,items.*.error.type,items.*.error.reason");
        request.setEntity(new ByteArrayEntity(lines, NDJSON));
        return send(request);
    }

    private Mono<Answer> send(Request request) {
        return Mono.<Answer>create(sink -> {
            var running = client.performRequestAsync(request, listener(sink));
            sink.onCancel(running::cancel);
        });
    }

    private ResponseListener listener(MonoSink<Answer> sink) {
        return new ResponseListener() {
            @Override
            public void onSuccess(Response response) {
                answer(response, sink);
            }

            @Override
            public void onFailure(Exception failure) {
                if (failure instanceof ResponseException refused) {
                    answer(refused.getResponse(), sink);
                } else {
                    sink.error(new EngineAwayException(failure));
                }
            }
        };
    }

    private void answer(Response response, MonoSink<Answer> sink) {
        int status = response.getStatusCode();
        if (AWAY.contains(status)) {
            sink.error(new EngineAwayException("Elasticsearch answered " + status));
            return;
        }
        try (var content = response.getEntity().getContent()) {
            sink.success(new Answer(status, json.readTree(content)));
        } catch (IOException unreadable) {
            sink.error(new EngineAwayException(unreadable));
        } catch (RuntimeException notJson) {
            sink.error(notJson);
        }
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
