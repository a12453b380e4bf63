package vn.ocop.marketplace.web.api;

import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the marketplace API; its refusals arrive as {@link ApiProblem}, its absence as {@link ApiAway}. */
@Component
public class MarketplaceApi {

    private final WebClient client;
    private final String origin;

    MarketplaceApi(WebClient apiClient, ApiSettings settings) {
        this.client = apiClient;
        this.origin = settings.url();
    }

    public <T> Mono<T> get(Caller caller, ApiAddress address, Class<T> type) {
        return get(caller, address, ParameterizedTypeReference.forType(type));
    }

    public <T> Mono<T> get(Caller caller, ApiAddress address, ParameterizedTypeReference<T> type) {
        return exchange(caller, HttpMethod.GET, address, null, null, type);
    }

    /** Posts a body (or none) and reads the answer. */
    public <T> Mono<T> post(Caller caller, ApiAddress address, @Nullable Object body, Class<T> type) {
        return exchange(caller, HttpMethod.POST, address, body, null, ParameterizedTypeReference.forType(type));
    }

    /** Posts under an idempotency key: repeats have one effect and get the same answer. */
    public <T> Mono<T> postOnce(
            Caller caller, ApiAddress address, String idempotencyKey, @Nullable Object body, Class<T> type) {
        return exchange(
                caller, HttpMethod.POST, address, body, idempotencyKey, ParameterizedTypeReference.forType(type));
    }

    public <T> Mono<T> put(Caller caller, ApiAddress address, Object body, Class<T> type) {
        return exchange(caller, HttpMethod.PUT, address, body, null, ParameterizedTypeReference.forType(type));
    }

    /** Changes what was seen in this version; what has moved on since is refused. */
    public <T> Mono<T> patch(Caller caller, ApiAddress address, long seen, Object body, Class<T> type) {
        return sent(caller, HttpMethod.PATCH, address, seen, body, type);
    }

    public <T> Mono<T> put(Caller caller, ApiAddress address, long seen, Object body, Class<T> type) {
        return sent(caller, HttpMethod.PUT, address, seen, body, type);
    }

    /** Posts about what was seen in this version. */
    public <T> Mono<T> postOn(Caller caller, ApiAddress address, long seen, Object body, Class<T> type) {
        return sent(caller, HttpMethod.POST, address, seen, body, type);
    }

    private <T> Mono<T> sent(
            Caller caller, HttpMethod method, ApiAddress address, long seen, Object body, Class<T> type) {
        return answer(
                request(caller, method, address)
                        .headers(headers -> identify(headers, caller, null))
                        .header(HttpHeaders.IF_MATCH, "\"" + seen + '"')
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body),
                ParameterizedTypeReference.forType(type));
    }

    /** Sends a file's bytes as they come; drawing a picture anew takes its time. */
    public <T> Mono<T> upload(Caller caller, ApiAddress address, Flux<DataBuffer> file, Class<T> type) {
        return answer(
                request(caller, HttpMethod.POST, address)
                        .headers(headers -> identify(headers, caller, null))
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file, DataBuffer.class),
                ParameterizedTypeReference.forType(type));
    }

    /** Reads a file that may be long, piece by piece. */
    public Flux<DataBuffer> download(Caller caller, ApiAddress address) {
        return Flux.deferContextual(context -> {
            var request = request(caller, HttpMethod.GET, address).headers(headers -> identify(headers, caller, null));
            context.<Visitor>getOrEmpty(Visitor.class).ifPresent(visitor -> request.headers(visitor::write));
            return request.exchangeToFlux(response -> response.statusCode().is2xxSuccessful()
                            ? response.bodyToFlux(DataBuffer.class)
                            : MarketplaceApi.<DataBuffer>problem(response, response.statusCode())
                                    .flux())
                    .onErrorMap(WebClientRequestException.class, ApiAway::new);
        });
    }

    /** The same under an idempotency key. */
    public <T> Mono<T> uploadOnce(
            Caller caller, ApiAddress address, String idempotencyKey, Flux<DataBuffer> file, Class<T> type) {
        return answer(
                request(caller, HttpMethod.POST, address)
                        .headers(headers -> identify(headers, caller, idempotencyKey))
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file, DataBuffer.class),
                ParameterizedTypeReference.forType(type));
    }

    /** A file to hand on as it comes, with its name and kind. */
    public Mono<ResponseEntity<Flux<DataBuffer>>> file(Caller caller, ApiAddress address) {
        return request(caller, HttpMethod.GET, address)
                .headers(headers -> identify(headers, caller, null))
                .retrieve()
                .onStatus(
                        HttpStatusCode::isError,
                        response -> response.bodyToMono(ApiProblem.Body.class)
                                .onErrorReturn(ApiProblem.Body.EMPTY)
                                .map(body ->
                                        new ApiProblem(response.statusCode().value(), body)))
                .toEntityFlux(DataBuffer.class)
                .map(MarketplaceApi::handedOn)
                .onErrorMap(WebClientRequestException.class, ApiAway::new);
    }

    private static ResponseEntity<Flux<DataBuffer>> handedOn(ResponseEntity<Flux<DataBuffer>> file) {
        var headers = new HttpHeaders();
        headers.setContentType(file.getHeaders().getContentType());
        headers.setContentDisposition(file.getHeaders().getContentDisposition());
        headers.setCacheControl("no-store");
        return new ResponseEntity<>(file.getBody(), headers, file.getStatusCode());
    }

    private WebClient.RequestBodySpec request(Caller caller, HttpMethod method, ApiAddress address) {
        // The address is escaped already; a template would escape it again.
        return client.method(method)
                .uri(URI.create(origin + address))
                .header(HttpHeaders.ACCEPT_LANGUAGE, caller.language().tag());
    }

    private static <T> Mono<T> answer(WebClient.RequestHeadersSpec<?> request, ParameterizedTypeReference<T> type) {
        return Mono.deferContextual(context -> {
            context.<Visitor>getOrEmpty(Visitor.class).ifPresent(visitor -> request.headers(visitor::write));
            return request.exchangeToMono(response -> read(response, type))
                    .onErrorMap(WebClientRequestException.class, ApiAway::new)
                    .onErrorMap(TimeoutException.class, ApiAway::new);
        });
    }

    public <T> Mono<T> patch(Caller caller, ApiAddress address, Object body, Class<T> type) {
        return exchange(caller, HttpMethod.PATCH, address, body, null, ParameterizedTypeReference.forType(type));
    }

    public <T> Mono<T> delete(Caller caller, ApiAddress address, Class<T> type) {
        return exchange(caller, HttpMethod.DELETE, address, null, null, ParameterizedTypeReference.forType(type));
    }

    private <T> Mono<T> exchange(
            Caller caller,
            HttpMethod method,
            ApiAddress address,
            @Nullable Object body,
            @Nullable String idempotencyKey,
            ParameterizedTypeReference<T> type) {
        var request = request(caller, method, address).headers(headers -> identify(headers, caller, idempotencyKey));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return answer(request, type);
    }

    private static void identify(HttpHeaders headers, Caller caller, @Nullable String idempotencyKey) {
        if (caller.token() != null) {
            headers.setBearerAuth(caller.token());
        }
        if (idempotencyKey != null) {
            headers.set("Idempotency-Key", idempotencyKey);
        }
    }

    private static <T> Mono<T> read(ClientResponse response, ParameterizedTypeReference<T> type) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(type);
        }
        return problem(response, response.statusCode());
    }

    private static <T> Mono<T> problem(ClientResponse response, HttpStatusCode status) {
        return response.bodyToMono(ApiProblem.Body.class)
                .onErrorReturn(ApiProblem.Body.EMPTY)
                .defaultIfEmpty(ApiProblem.Body.EMPTY)
                .flatMap(body -> Mono.error(new ApiProblem(status.value(), body)));
    }
}
