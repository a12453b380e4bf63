package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/** What lies between the first factor and the second: a token that opens nothing but the second question. */
@Component
class HalfSignIns {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final DatabaseClient database;
    private final Sessions sessions;
    private final Clock clock;

    HalfSignIns(DatabaseClient database, Sessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    Mono<Sessions.Opened> begin(UUID member) {
        var token = sessions.newToken();
        var expires = clock.instant().plus(LIFE);
        return database.sql(
                        "insert into account.half_sign_ins (token_hash, person_id, expires_at) values (:hash, :person, :expires)")
                .bind("hash", Sessions.hash(token))
                .bind("person", member)
                .bind("expires", expires)
                .then()
                .thenReturn(new Sessions.Opened(token, expires, member));
    }

    Mono<UUID> find(String token) {
        return database.sql(
                        "select person_id from account.half_sign_ins where token_hash = :hash and expires_at > :now")
                .bind("hash", Sessions.hash(token))
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "person_id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.SIGN_IN_NEEDED)));
    }

    /** Whoever ends it first gets the session; a second one with the same token does not. */
    Mono<Void> end(String token) {
        return database.sql("delete from account.half_sign_ins where token_hash = :hash")
                .bind("hash", Sessions.hash(token))
                .fetch()
                .rowsUpdated()
                .filter(ended -> ended == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.SIGN_IN_NEEDED)))
                .then();
    }
}
