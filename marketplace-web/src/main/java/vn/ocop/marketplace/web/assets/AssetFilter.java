package vn.ocop.marketplace.web.assets;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Serves fingerprinted files from memory, before anything else is done with the request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AssetFilter implements WebFilter {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        var asset = path.startsWith("/assets/") ? assets.at(path) : null;
        return asset == null ? chain.filter(exchange) : serve(asset, exchange.getRequest(), exchange.getResponse());
    }

    private static Mono<Void> serve(Asset asset, ServerHttpRequest request, ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, asset.mediaType());
        headers.set(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        headers.set("X-Content-Type-Options", "nosniff");
        var body = asset.bytes();
        if (asset.gzipped() != null) {
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (acceptsGzip(request)) {
                headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                body = asset.gzipped();
            }
        }
        headers.setContentLength(body.length);
        if (request.getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static boolean acceptsGzip(ServerHttpRequest request) {
        var accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
