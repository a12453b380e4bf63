package vn.ocop.marketplace.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps callers from waiting for another system that is away: after a few failures in a row nobody asks it, but for one
 * caller every second who finds out whether it is back.
 */
public final class CircuitBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);
    private static final int FAILURES_IN_A_ROW = 3;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final String system;
    private final Predicate<Throwable> isOutage;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextAttempt = new AtomicLong();

    /**
     * A breaker for one system.
     *
     * @param system its name in the log
     * @param isOutage which errors say that it is away; the others are answers like any
     */
    public CircuitBreaker(String system, Predicate<Throwable> isOutage) {
        this.system = system;
        this.isOutage = isOutage;
    }

    /** What a guarded call fails with while the system is not asked. */
    public static final class OpenException extends RuntimeException {

        OpenException(String system) {
            super(system + " is away", null, false, false);
        }
    }

    public <T> Mono<T> guard(Mono<T> call) {
        return Mono.defer(() -> mayAsk() ? watched(call) : Mono.error(new OpenException(system)));
    }

    private <T> Mono<T> watched(Mono<T> call) {
        return call.doOnSuccess(answer -> succeeded()).doOnError(this::failed);
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
            LOG.info("{} answers again", system);
        }
    }

    private void failed(Throwable failure) {
        if (!isOutage.test(failure)) {
            succeeded();
        } else if (failures.incrementAndGet() == FAILURES_IN_A_ROW) {
            nextAttempt.set(System.nanoTime() + PAUSE_NANOS);
            LOG.warn("{} is away: {}", system, failure.toString());
        }
    }
}
