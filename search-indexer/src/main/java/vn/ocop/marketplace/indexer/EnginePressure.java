package vn.ocop.marketplace.indexer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** What this copy has learnt of how much the engine takes, for all that write to it. */
@Component
class EnginePressure {

    private final AtomicReference<BulkPressure> now;

    EnginePressure(IndexerSettings settings) {
        this.now = new AtomicReference<>(BulkPressure.upTo(settings.batch()));
    }

    int size() {
        return now.get().size();
    }

    Duration pause() {
        return now.get().pause();
    }

    void answered(int documents, Duration took) {
        now.updateAndGet(pressure -> pressure.answered(documents, took));
    }

    void refused() {
        now.updateAndGet(BulkPressure::refused);
    }
}
