package vn.ocop.marketplace.indexer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reports the engine's state. The indexer itself is well while the engine is away: it waits and catches up. */
@Component
class SearchEngineHealth implements ReactiveHealthIndicator {

    private final IndexerStates states;

    SearchEngineHealth(IndexerStates states) {
        this.states = states;
    }

    @Override
    public Mono<Health> health() {
        return states.engine()
                .map(engine -> Health.up().withDetail("engine", engine).build());
    }
}
