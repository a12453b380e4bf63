package vn.ocop.marketplace.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps callers from waiting for an engine that is away: after a few failures in a row nobody asks it, but for one
 * caller every second who finds out whether it is back.
 */
@Component
class CircuitBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);
    private static final int FAILURES_IN_A_ROW = 3;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextAttempt = new AtomicLong();

    /** What a guarded call fails with while the engine is not asked. */
    static final class OpenException extends RuntimeException {

        OpenException() {
            super("the search engine is away", null, false, false);
        }
    }

    <T> Mono<T> guard(Mono<T> call) {
        return Mono.defer(() -> mayAsk() ? call : Mono.error(new OpenException()))
                .doOnNext(answer -> succeeded())
                .doOnError(failure -> !(failure instanceof OpenException), this::failed);
    }

    private boolean mayAsk() {
        if (failures.get() < FAILURES_IN_A_ROW) {
            return true;
        }
        long now = System.nanoTime();
        long next = nextAttempt.get();
        return now - next >= 0 && nextAttempt.compareAndSet(next, now + PAUSE_NANOS);
    }

    private void succeeded() {
        if (failures.getAndSet(0) >= FAILURES_IN_A_ROW) {
            LOG.info("The search engine answers again");
        }
    }

    private void failed(Throwable failure) {
        if (failures.incrementAndGet() == FAILURES_IN_A_ROW) {
            nextAttempt.set(System.nanoTime() + PAUSE_NANOS);
            LOG.warn("The search engine is away, the database answers: {}", failure.toString());
        }
    }
}
