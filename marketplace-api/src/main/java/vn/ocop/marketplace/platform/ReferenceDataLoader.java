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
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    /** Looks from one turn to the next. */
    private static final int TURN = 30;

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
        refreshing = Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(look -> Flux.fromIterable(kept).concatMap(data -> refresh(data, look % TURN == TURN - 1)))
                .subscribe();
    }

    private Mono<Void> refresh(ReferenceData data, boolean turn) {
        var wanted = turn ? Mono.just(true) : data.isOutdated();
        return wanted.filter(yes -> yes).flatMap(yes -> data.load()).onErrorResume(failure -> {
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
