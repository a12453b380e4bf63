package vn.ocop.marketplace.platform.web;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(HangUps.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.deferContextual(context -> {
            var hungUp = new AtomicBoolean();
            var done = chain.filter(exchange)
                    .contextWrite(context)
                    .onErrorResume(error -> hungUp.get(), HangUps::nobodyToTell)
                    .toFuture();
            return Mono.fromFuture(done, true).doOnCancel(() -> hungUp.set(true));
        });
    }

    /** What went wrong in what was asked is in the log already; here it is that the answer could not be written. */
    private static Mono<Void> nobodyToTell(Throwable error) {
        LOG.debug("nobody is left to answer", error);
        return Mono.empty();
    }
}
