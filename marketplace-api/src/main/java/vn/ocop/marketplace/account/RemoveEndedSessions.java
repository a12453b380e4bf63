package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Removes sessions that have run out, and the guests who can no longer come back through one. */
@Component
class RemoveEndedSessions implements ScheduledJob {

    private final DatabaseClient database;
    private final Clock clock;

    RemoveEndedSessions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account.remove-ended-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run() {
        return database.sql("""
                with ended as (
                    delete from account.sessions
                     where expires_at < :now
                    returning person_id)
                delete from account.people p
                 using ended e
                 where p.id = e.person_id
                   and p.kind = 'GUEST'
                   and not exists (select from account.sessions s where s.person_id = p.id and s.expires_at >= :now)
                """).bind("now", clock.instant()).then();
    }
}
