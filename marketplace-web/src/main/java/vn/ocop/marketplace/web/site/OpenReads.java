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

/**
 * Hands on what the API has for everyone, so that the site is one origin: pictures, which are immutable and which a CDN
 * keeps, and the published lists of offers, which programs of others read, in browsers too.
 */
@RestController
class OpenReads {

    private static final List<String> PASSED_ON = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ETAG,
            HttpHeaders.VARY);

    private static final List<String> ASKED =
            List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT);

    private final WebClient client;
    private final String origin;

    OpenReads(WebClient apiClient, ApiSettings settings) {
        this.client = apiClient;
        this.origin = settings.url();
    }

    @GetMapping("/media/**")
    Mono<ResponseEntity<Flux<DataBuffer>>> picture(ServerHttpRequest request) {
        return handedOn(request, request.getURI().getRawPath());
    }

    @GetMapping({"/api/v1/programmes", "/api/v1/offers", "/api/v1/offers.csv", "/api/v1/offers.atom"})
    Mono<ResponseEntity<Flux<DataBuffer>>> offers(ServerHttpRequest request) {
        var address = request.getURI();
        var query = address.getRawQuery();
        return handedOn(request, query == null ? address.getRawPath() : address.getRawPath() + '?' + query)
                .map(OpenReads::forOtherSites);
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> handedOn(ServerHttpRequest request, String path) {
        return client.get()
                .uri(URI.create(origin + path))
                .headers(headers -> ASKED.forEach(
                        name -> headers.set(name, request.getHeaders().getFirst(name))))
                .retrieve()
                .onStatus(status -> status.value() >= 400, OpenReads::refusal)
                .toEntityFlux(DataBuffer.class)
                .map(OpenReads::answer)
                .onErrorMap(WebClientRequestException.class, ApiAway::new);
    }

    private static ResponseEntity<Flux<DataBuffer>> forOtherSites(ResponseEntity<Flux<DataBuffer>> list) {
        return ResponseEntity.status(list.getStatusCode())
                .headers(list.getHeaders())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(list.getBody());
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
