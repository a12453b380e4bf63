package vn.ocop.marketplace.hotreads;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One run of the application for a key; others for the same key wait until it has landed, well or not. */
final class Flight {

    private final Sinks.Empty<Void> landing = Sinks.empty();
    private volatile boolean landed;

    Mono<Void> landed() {
        return landing.asMono();
    }

    boolean hasLanded() {
        return landed;
    }

    void land() {
        landed = true;
        // A second landing is refused, which is as well.
        landing.tryEmitEmpty();
    }
}
