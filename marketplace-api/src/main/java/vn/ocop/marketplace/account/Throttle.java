package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;

/** Slows guessing down: after five failures a subject waits, twice as long after each further one, an hour at most. */
@Component
public class Throttle {

    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(24);

    private final DatabaseClient database;
    private final Clock clock;

    Throttle(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts a try before it is made, so that many at once do not slip through together; a success takes it back. */
    public Mono<Void> attempt(String subject) {
        return attempt(subject, FREE_FAILURES);
    }

    /** The same with another number of free failures, for what many people share. */
    Mono<Void> attempt(String subject, int free) {
        var now = clock.instant();
        return database.sql("""
                insert into account.failed_sign_ins as f (subject, failures, last_at, locked_until)
                values (:subject, 1, :now, :now)
                on conflict (subject) do update set
                    failures = case when f.last_at < :forgiven then 1 else f.failures + 1 end,
                    last_at = :now,
                    locked_until = case when f.last_at >= :forgiven and f.failures + 1 >= :free
                        then :now + least(:longest, power(2, least(f.failures + 1 - :free, 12))) * interval '1 second'
                        else :now end
                 where f.locked_until <= :now
                """)
                .bind("subject", subject)
                .bind("now", now)
                .bind("forgiven", now.minus(FORGIVEN_AFTER))
                .bind("free", free)
                .bind("longest", LONGEST.toSeconds())
                .fetch()
                .rowsUpdated()
                .filter(counted -> counted == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.TOO_MANY_TRIES)))
                .then();
    }

    /** Takes back the one try that succeeded and leaves the failures of others standing. */
    Mono<Void> takeBack(String subject) {
        return database.sql(
                        "update account.failed_sign_ins set failures = failures - 1 where subject = :subject and failures > 0")
                .bind("subject", subject)
                .then();
    }

    public Mono<Void> succeeded(String subject) {
        return database.sql("delete from account.failed_sign_ins where subject = :subject")
                .bind("subject", subject)
                .then();
    }
}
