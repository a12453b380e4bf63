package vn.ocop.marketplace.indexer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What an operator watches: how far behind, how fast, how often refused. */
@Component
class IndexerMetrics {

    private final Counter indexed;
    private final Counter refused;
    private final Counter interruptions;
    private final AtomicLong lagRows = new AtomicLong();
    private final AtomicLong lagMillis = new AtomicLong();

    IndexerMetrics(MeterRegistry registry) {
        this.indexed = registry.counter("indexer.listings.indexed");
        this.refused = registry.counter("indexer.listings.refused");
        this.interruptions = registry.counter("indexer.interruptions");
        registry.gauge("indexer.lag.rows", lagRows);
        registry.gauge("indexer.lag.seconds", lagMillis, millis -> millis.get() / 1000.0);
    }

    void indexed(int listings) {
        indexed.increment(listings);
    }

    void refused(int listings) {
        refused.increment(listings);
    }

    /** The engine or the database went away in the middle of work. */
    void interrupted() {
        interruptions.increment();
    }

    void lag(ChangeFeed.Lag lag) {
        lagRows.set(lag.rows());
        lagMillis.set((long) (lag.seconds() * 1000));
    }
}
