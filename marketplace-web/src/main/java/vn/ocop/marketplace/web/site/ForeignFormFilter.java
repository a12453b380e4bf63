package vn.ocop.marketplace.web.site;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses forms sent from other sites.
 *
 * <p>Public pages are the same bytes for everyone, so no token can be hidden in their forms. Browsers themselves say
 * where a form comes from: {@code Sec-Fetch-Site} on secure origins, {@code Origin} on every POST. A request with
 * neither is not a browser's and carries no one else's cookies.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class ForeignFormFilter implements WebFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (SAFE.contains(request.getMethod()) || isOurs(request)) {
            return chain.filter(exchange);
        }
        return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, "form of another site"));
    }

    static boolean isOurs(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var fetchSite = headers.getFirst("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        var origin = headers.getFirst(HttpHeaders.ORIGIN);
        return origin == null || sameHost(origin, headers.getFirst(HttpHeaders.HOST));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
