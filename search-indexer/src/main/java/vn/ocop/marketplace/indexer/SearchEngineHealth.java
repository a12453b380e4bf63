package vn.ocop.marketplace.indexer;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reports the engine's state. The indexer itself is well while the engine is away: it waits and catches up. */
@Component
class SearchEngineHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Elasticsearch engine;

    SearchEngineHealth(Elasticsearch engine) {
        this.engine = engine;
    }

    @Override
    public Mono<Health> health() {
        return engine.get("/_cluster/health?filter_path=status")
                .timeout(PATIENCE)
                .map(answer -> Health.up()
                        .withDetail("engine", answer.body().path("status").asString("unknown"))
                        .build())
                .onErrorResume(failure ->
                        Mono.just(Health.up().withDetail("engine", "away").build()));
    }
}
