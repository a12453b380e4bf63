package vn.ocop.marketplace.web.site;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.text.Language;

/** Takes {@code /en} off the path as its context path, so that every page has one mapping in two languages. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageFilter implements WebFilter {

    private static final String PREFIX = Language.EN.prefix();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (path.equals(PREFIX)) {
            return chain.filter(english(exchange, exchange.getRequest().mutate().path(PREFIX + "/")));
        }
        if (path.startsWith(PREFIX + "/")) {
            return chain.filter(english(exchange, exchange.getRequest().mutate()));
        }
        return chain.filter(exchange);
    }

    private static ServerWebExchange english(ServerWebExchange exchange, ServerHttpRequest.Builder request) {
        return exchange.mutate().request(request.contextPath(PREFIX).build()).build();
    }
}
