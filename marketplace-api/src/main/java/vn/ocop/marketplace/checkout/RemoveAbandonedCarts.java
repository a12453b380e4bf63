package vn.ocop.marketplace.checkout;

import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Removes what has lain in carts for half a year. */
@Component
class RemoveAbandonedCarts implements ScheduledJob {

    private static final Duration KEPT = Duration.ofDays(180);

    private final DatabaseClient database;
    private final Clock clock;

    RemoveAbandonedCarts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "checkout.remove-abandoned-carts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public Mono<Void> run() {
        return database.sql("delete from checkout.cart_lines where added_at < :before")
                .bind("before", clock.instant().minus(KEPT))
                .then();
    }
}
