package vn.ocop.marketplace.web.api;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets every call to the API know for which visitor it is made. */
@Component
class VisitorFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var visitor = Visitor.of(exchange.getRequest());
        return chain.filter(exchange).contextWrite(context -> context.put(Visitor.class, visitor));
    }
}
