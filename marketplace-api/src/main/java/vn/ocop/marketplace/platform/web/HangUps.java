package vn.ocop.marketplace.platform.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A client that hangs up does not cut off what it asked for. A connection that is let go while its transaction is just
 * being begun would come back to the pool with that transaction open, and the next request would work inside it: fail,
 * or be told of a success that is never committed.
 */
@Component
@Order(-110) // Before the security chain, which reads the session.
class HangUps implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.deferContextual(context ->
                Mono.fromFuture(chain.filter(exchange).contextWrite(context).toFuture(), true));
    }
}
