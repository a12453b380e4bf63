package vn.ocop.marketplace.platform;

import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets request keys nobody will repeat any more. */
@Component
class RemoveOldIdempotencyKeys implements ScheduledJob {

    private static final Duration KEPT = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Clock clock;

    RemoveOldIdempotencyKeys(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "platform.remove-old-idempotency-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run() {
        return database.sql("delete from platform.idempotency_keys where created_at < :before")
                .bind("before", clock.instant().minus(KEPT))
                .then();
    }
}
