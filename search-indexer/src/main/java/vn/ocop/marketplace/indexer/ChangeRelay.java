package vn.ocop.marketplace.indexer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps indexing changes for as long as the process lives: quickly while there are some, patiently while it cannot. */
@Component
class ChangeRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeRelay.class);
    private static final Duration MEASURING = Duration.ofSeconds(2);
    private static final int RETRIES = 100;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(3);

    private final ChangeIndexer indexer;
    private final ChangeFeed feed;
    private final Refusals refusals;
    private final IndexerSettings settings;
    private final IndexerMetrics metrics;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private @Nullable Disposable running;

    ChangeRelay(
            ChangeIndexer indexer,
            ChangeFeed feed,
            Refusals refusals,
            IndexerSettings settings,
            IndexerMetrics metrics) {
        this.indexer = indexer;
        this.feed = feed;
        this.refusals = refusals;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        var workers = Flux.range(0, settings.workers()).flatMap(worker -> worker(), settings.workers());
        running = Flux.merge(workers, measuring()).subscribe();
    }

    /** Again and again one batch, each after the pause that the one before called for. */
    private Mono<Void> worker() {
        return Mono.just(settings.pollBusy()).expand(this::afterPause).then();
    }

    private Mono<Duration> afterPause(Duration pause) {
        return Mono.delay(pause).then(Mono.defer(() -> indexOnce(pause)));
    }

    private Mono<Duration> indexOnce(Duration lastPause) {
        return indexer.indexNext()
                .doOnNext(changes -> goesOn())
                .map(changes -> pauseAfter(changes, lastPause))
                .onErrorResume(failure -> backOff(failure, lastPause));
    }

    private Duration pauseAfter(int changes, Duration lastPause) {
        if (changes >= indexer.most()) {
            return Duration.ZERO;
        }
        if (changes > 0) {
            return settings.pollBusy();
        }
        return longer(lastPause, settings.pollIdle());
    }

    private Mono<Duration> backOff(Throwable failure, Duration lastPause) {
        metrics.interrupted();
        if (interrupted.compareAndSet(false, true)) {
            LOG.warn("Indexing waits: {}", failure.toString());
        }
        return Mono.just(longer(lastPause, LONGEST_BACKOFF));
    }

    private void goesOn() {
        if (interrupted.compareAndSet(true, false)) {
            LOG.info("Indexing goes on");
        }
    }

    private Duration longer(Duration pause, Duration longest) {
        var doubled = pause.compareTo(settings.pollBusy()) < 0 ? settings.pollBusy() : pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private Mono<Void> measuring() {
        return Mono.defer(() -> refusals.retryDue(RETRIES))
                .then(Mono.defer(feed::lag))
                .doOnNext(metrics::lag)
                .onErrorResume(failure -> Mono.empty())
                .then(Mono.delay(MEASURING))
                .repeat()
                .then();
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
