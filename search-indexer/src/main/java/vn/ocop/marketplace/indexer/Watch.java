package vn.ocop.marketplace.indexer;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Looks every second whether there is something to do, and does it, for as long as the process lives. */
class Watch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final String name;
    private final Supplier<Mono<Void>> work;
    private @Nullable Disposable running;
    private volatile boolean waiting;

    Watch(String name, Supplier<Mono<Void>> work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void start() {
        running = Mono.defer(work)
                .doOnSuccess(done -> waiting = false)
                .thenReturn(PAUSE)
                .onErrorResume(failure -> Mono.just(pauseAfter(failure)))
                .flatMap(Mono::delay)
                .repeat()
                .subscribe();
    }

    /** Waiting for the engine is nothing to tell of every second. */
    private Duration pauseAfter(Throwable failure) {
        if (failure instanceof EngineAwayException || failure instanceof IndexMissingException) {
            if (!waiting) {
                LOG.info("{} waits: {}", name, failure.toString());
            }
            waiting = true;
            return PAUSE;
        }
        LOG.warn("{} failed", name, failure);
        return PAUSE_AFTER_FAILURE;
    }

    @Override
    public void stop() {
        var active = running;
        if (active != null) {
            active.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
