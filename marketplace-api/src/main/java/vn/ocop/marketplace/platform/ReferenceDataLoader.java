package vn.ocop.marketplace.platform;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads the reference data before the web server opens, and keeps every copy of the application up to date. */
@Component
class ReferenceDataLoader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceDataLoader.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ReferenceData> kept;
    private @Nullable Disposable refreshing;

    ReferenceDataLoader(List<ReferenceData> kept) {
        this.kept = kept;
    }

    /** Waits, on the main thread: an application without its reference data must not answer anybody. */
    @Override
    public void start() {
        Flux.fromIterable(kept).concatMap(ReferenceData::load).then().block(PATIENCE);
        refreshing = Flux.interval(EVERY)
                .concatMap(time -> Flux.fromIterable(kept).concatMap(this::refresh))
                .subscribe();
    }

    private Mono<Void> refresh(ReferenceData data) {
        return data.load().onErrorResume(failure -> {
            LOG.warn("{} keeps what it has: {}", data.getClass().getSimpleName(), failure.toString());
            return Mono.empty();
        });
    }

    /** Before the web server, which starts late. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        var active = refreshing;
        if (active != null) {
            active.dispose();
        }
        refreshing = null;
    }

    @Override
    public boolean isRunning() {
        return refreshing != null;
    }
}
