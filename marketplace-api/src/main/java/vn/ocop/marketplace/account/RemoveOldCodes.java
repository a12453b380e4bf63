package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Removes codes and half sign-ins that count for nothing any more. */
@Component
class RemoveOldCodes implements ScheduledJob {

    /** Longer than any limit on sending looks back. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final CodeRepository codes;
    private final DatabaseClient database;
    private final Clock clock;

    RemoveOldCodes(CodeRepository codes, DatabaseClient database, Clock clock) {
        this.codes = codes;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account.remove-old-codes";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run() {
        var now = clock.instant();
        return codes.removeOlderThan(now.minus(KEPT))
                .then(Mono.defer(() -> database.sql("delete from account.half_sign_ins where expires_at < :now")
                        .bind("now", now)
                        .then()));
    }
}
