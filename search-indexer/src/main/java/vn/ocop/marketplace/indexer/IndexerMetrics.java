package vn.ocop.marketplace.indexer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** What an operator watches: how far behind, how fast, how often refused. */
@Component
class IndexerMetrics {

    private final Counter indexed;
    private final Counter rebuilt;
    private final Counter refused;
    private final Counter pushedBack;
    private final Counter interruptions;
    private final Counter mended;
    private final Timer bulk;
    private final DistributionSummary documents;
    private final AtomicReference<ChangeFeed.Lag> lag = new AtomicReference<>(new ChangeFeed.Lag(0, 0, 0));
    private final Throughput throughput = new Throughput();

    IndexerMetrics(MeterRegistry registry) {
        this.indexed = registry.counter("indexer.listings.indexed");
        this.rebuilt = registry.counter("indexer.listings.rebuilt");
        this.refused = registry.counter("indexer.listings.refused");
        this.pushedBack = registry.counter("indexer.listings.pushed.back");
        this.interruptions = registry.counter("indexer.interruptions");
        this.mended = registry.counter("indexer.drift.mended");
        this.bulk = registry.timer("indexer.bulk");
        this.documents = registry.summary("indexer.bulk.documents");
        registry.gauge("indexer.lag.rows", lag, now -> now.get().rows());
        registry.gauge("indexer.lag.seconds", lag, now -> now.get().seconds());
        registry.gauge("indexer.refusals", lag, now -> now.get().refused());
        registry.gauge("indexer.documents.per.second", throughput, now -> now.perSecond(System.nanoTime()));
    }

    void indexed(int listings) {
        indexed.increment(listings);
    }

    void rebuilt(int listings) {
        rebuilt.increment(listings);
    }

    void refused(int listings) {
        refused.increment(listings);
    }

    /** The engine had no room for them just now. */
    void pushedBack(int listings) {
        pushedBack.increment(listings);
    }

    void bulk(int size, Duration took) {
        bulk.record(took);
        documents.record(size);
        throughput.add(size, System.nanoTime());
    }

    /** The engine or the database went away in the middle of work. */
    void interrupted() {
        interruptions.increment();
    }

    void mended(int listings) {
        mended.increment(listings);
    }

    void lag(ChangeFeed.Lag now) {
        lag.set(now);
    }

    ChangeFeed.Lag lag() {
        return lag.get();
    }

    double documentsPerSecond() {
        return throughput.perSecond(System.nanoTime());
    }

    double rebuiltSoFar() {
        return rebuilt.count();
    }

    double refusedSoFar() {
        return refused.count();
    }

    double interruptionsSoFar() {
        return interruptions.count();
    }
}
