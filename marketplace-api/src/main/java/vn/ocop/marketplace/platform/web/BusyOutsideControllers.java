package vn.ocop.marketplace.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** A database that is away while a bearer is looked up, before any controller, is told like everywhere else. */
@Component
@Order(-2) // Before Spring Boot's own, which makes a 500 of everything.
class BusyOutsideControllers implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BusyOutsideControllers.class);

    private final ProblemResponses problems;

    BusyOutsideControllers(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || !ProblemHandler.isBusy(failure)) {
            return Mono.error(failure);
        }
        LOG.warn("Busy: {} {}", exchange.getRequest().getPath(), failure.toString());
        return problems.write(new ProblemException(PlatformProblem.BUSY), exchange);
    }
}
