package vn.ocop.marketplace.indexer;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together how the indexer is. */
@Component
class IndexerStates {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SHOWN = 20;

    private final Elasticsearch engine;
    private final ChangeFeed feed;
    private final Refusals refusals;
    private final RebuildLog rebuilds;
    private final DriftLog drift;
    private final EnginePressure pressure;
    private final IndexerMetrics metrics;

    IndexerStates(
            Elasticsearch engine,
            ChangeFeed feed,
            Refusals refusals,
            RebuildLog rebuilds,
            DriftLog drift,
            EnginePressure pressure,
            IndexerMetrics metrics) {
        this.engine = engine;
        this.feed = feed;
        this.refusals = refusals;
        this.rebuilds = rebuilds;
        this.drift = drift;
        this.pressure = pressure;
        this.metrics = metrics;
    }

    Mono<IndexerState> now() {
        return Mono.zip(
                        engine(),
                        feed.lag(),
                        rebuilds.latest().map(Optional::of).defaultIfEmpty(Optional.empty()),
                        drift.latest().map(Optional::of).defaultIfEmpty(Optional.empty()),
                        refusals.latest(SHOWN).collectList())
                .map(parts -> new IndexerState(
                        parts.getT1(),
                        parts.getT2().rows(),
                        parts.getT2().seconds(),
                        metrics.documentsPerSecond(),
                        pressure.size(),
                        parts.getT2().refused(),
                        (long) metrics.refusedSoFar(),
                        (long) metrics.interruptionsSoFar(),
                        parts.getT3().orElse(null),
                        parts.getT4().orElse(null),
                        parts.getT5()));
    }

    Mono<String> engine() {
        return engine.get("/_cluster/health?filter_path=status")
                .timeout(PATIENCE)
                .map(answer -> answer.body().path("status").asString("unknown"))
                .onErrorReturn("away");
    }
}
