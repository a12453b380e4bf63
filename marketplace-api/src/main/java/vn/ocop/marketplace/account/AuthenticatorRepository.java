package vn.ocop.marketplace.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on second factors. */
@Repository
class AuthenticatorRepository {

    private static final String PERSON = "person";

    private final DatabaseClient database;

    AuthenticatorRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Authenticators.State> state(UUID person) {
        return database.sql("""
                select exists (select from account.authenticators
                                where person_id = :person and confirmed_at is not null) as active,
                       (select count(*) from account.recovery_codes
                         where person_id = :person and used_at is null)::int as recovery
                """)
                .bind(PERSON, person)
                .map(row -> new Authenticators.State(
                        Rows.get(row, "active", Boolean.class), Rows.get(row, "recovery", Integer.class)))
                .one();
    }

    /** Replaces one that was never confirmed; false when there is one in use. */
    Mono<Boolean> begin(UUID person, byte[] sealedSecret, Instant now) {
        return database.sql("""
                insert into account.authenticators as a (person_id, secret, created_at)
                values (:person, :secret, :now)
                on conflict (person_id) do update
                   set secret = :secret, created_at = :now, last_step = 0
                 where a.confirmed_at is null
                """)
                .bind(PERSON, person)
                .bind("secret", sealedSecret)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<byte[]> secret(UUID person, boolean confirmed) {
        return database.sql("""
                select secret
                  from account.authenticators
                 where person_id = :person
                   and (confirmed_at is not null) = :confirmed
                """)
                .bind(PERSON, person)
                .bind("confirmed", confirmed)
                .map(row -> Rows.get(row, "secret", byte[].class))
                .one();
    }

    /** False when this step, or a later one, was used before. */
    Mono<Boolean> useStep(UUID person, long step) {
        return database.sql("""
                update account.authenticators
                   set last_step = :step
                 where person_id = :person
                   and last_step < :step
                """)
                .bind(PERSON, person)
                .bind("step", step)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> confirm(UUID person, Instant now) {
        return database.sql(
                        "update account.authenticators set confirmed_at = :now where person_id = :person and confirmed_at is null")
                .bind(PERSON, person)
                .bind("now", now)
                .then();
    }

    Mono<Void> replaceRecoveryCodes(UUID person, List<byte[]> hashes) {
        return database.sql("delete from account.recovery_codes where person_id = :person")
                .bind(PERSON, person)
                .then()
                .thenMany(Flux.fromIterable(hashes))
                .concatMap(hash -> database.sql(
                                "insert into account.recovery_codes (person_id, code_hash) values (:person, :hash)")
                        .bind(PERSON, person)
                        .bind("hash", hash)
                        .then())
                .then();
    }

    Mono<Boolean> useRecoveryCode(UUID person, byte[] hash, Instant now) {
        return database.sql("""
                update account.recovery_codes
                   set used_at = :now
                 where person_id = :person
                   and code_hash = :hash
                   and used_at is null
                """)
                .bind(PERSON, person)
                .bind("hash", hash)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether the person works somewhere that asks for a second factor. */
    Mono<Boolean> needed(UUID person) {
        return database.sql("""
                select exists (select from account.memberships
                                where person_id = :person and kind in ('PROVINCE', 'PLATFORM')) as needed
                """)
                .bind(PERSON, person)
                .map(row -> Rows.get(row, "needed", Boolean.class))
                .one();
    }

    Mono<Void> remove(UUID person) {
        return database.sql("""
                with codes as (delete from account.recovery_codes where person_id = :person)
                delete from account.authenticators where person_id = :person
                """).bind(PERSON, person).then();
    }
}
