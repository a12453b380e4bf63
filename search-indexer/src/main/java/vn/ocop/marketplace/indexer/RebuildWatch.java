package vn.ocop.marketplace.indexer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Looks every second whether a rebuild is needed or waiting, and does it. */
@Component
class RebuildWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final Rebuild rebuild;
    private @Nullable Disposable running;

    RebuildWatch(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void start() {
        running = Mono.defer(rebuild::beginIfNeeded)
                .then(Mono.defer(rebuild::goOn))
                .thenReturn(PAUSE)
                .onErrorResume(failure -> Mono.just(pauseAfter(failure)))
                .flatMap(Mono::delay)
                .repeat()
                .subscribe();
    }

    private static Duration pauseAfter(Throwable failure) {
        if (failure instanceof EngineAwayException) {
            return PAUSE;
        }
        LOG.warn("Rebuild failed", failure);
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
