package vn.ocop.marketplace.web.site;

import java.net.URI;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAway;
import vn.ocop.marketplace.web.api.ApiSettings;

/** Streams pictures from the API, so that the site is one origin; they are immutable, a CDN keeps them. */
@RestController
class MediaProxy {

    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CACHE_CONTROL, HttpHeaders.ETAG);

    private final WebClient client;
    private final String origin;

    MediaProxy(WebClient apiClient, ApiSettings settings) {
        this.client = apiClient;
        this.origin = settings.url();
    }

    @GetMapping("/media/**")
    Mono<ResponseEntity<Flux<DataBuffer>>> picture(ServerHttpRequest request) {
        var known = request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
        return client.get()
                .uri(URI.create(origin + request.getURI().getRawPath()))
                .headers(headers -> headers.set(HttpHeaders.IF_NONE_MATCH, known))
                .retrieve()
                .onStatus(status -> status.value() >= 400, MediaProxy::refusal)
                .toEntityFlux(DataBuffer.class)
                .map(MediaProxy::answer)
                .onErrorMap(WebClientRequestException.class, ApiAway::new);
    }

    private static Mono<Throwable> refusal(ClientResponse response) {
        return response.releaseBody().thenReturn(new ResponseStatusException(response.statusCode()));
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(ResponseEntity<Flux<DataBuffer>> picture) {
        var headers = new HttpHeaders();
        for (var name : PASSED_ON) {
            headers.set(name, picture.getHeaders().getFirst(name));
        }
        return new ResponseEntity<>(
                picture.getBody(),
                headers,
                HttpStatus.valueOf(picture.getStatusCode().value()));
    }
}
