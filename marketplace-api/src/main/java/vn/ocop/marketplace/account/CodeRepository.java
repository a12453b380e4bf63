package vn.ocop.marketplace.account;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on one-time codes. */
@Repository
class CodeRepository {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final DatabaseClient database;

    CodeRepository(DatabaseClient database) {
        this.database = database;
    }

    record NewCode(
            CodePurpose purpose,
            String destination,
            @Nullable String about,
            byte[] hash,
            byte[] askedFrom,
            Instant createdAt,
            Instant expiresAt) {}

    /** A code that was guessed at. */
    record Tried(String destination, @Nullable String about, byte[] hash) {

        boolean matches(byte[] other) {
            return MessageDigest.isEqual(hash, other);
        }
    }

    /** Counts under a lock, so that requests at the same moment are counted too. */
    Mono<CodeLimits.Counts> lockAndCount(String destination, byte[] askedFrom, Instant now) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('code ' || :destination, 0))")
                .bind("destination", destination)
                .then()
                .then(Mono.defer(() -> count(destination, askedFrom, now)));
    }

    private Mono<CodeLimits.Counts> count(String destination, byte[] askedFrom, Instant now) {
        return database.sql("""
                select count(*) filter (where destination = :destination and created_at > :hour)::int as in_hour,
                       count(*) filter (where destination = :destination)::int as in_day,
                       max(created_at) filter (where destination = :destination) as last,
                       count(*) filter (where asked_from = :from and created_at > :hour)::int as from_address
                  from account.one_time_codes
                 where (destination = :destination or asked_from = :from)
                   and created_at > :day
                """)
                .bind("destination", destination)
                .bind("from", askedFrom)
                .bind("hour", now.minus(HOUR))
                .bind("day", now.minus(DAY))
                .map(CodeRepository::counts)
                .one();
    }

    private static CodeLimits.Counts counts(Readable row) {
        return new CodeLimits.Counts(
                Rows.get(row, "in_hour", Integer.class),
                Rows.get(row, "in_day", Integer.class),
                row.get("last", Instant.class),
                Rows.get(row, "from_address", Integer.class));
    }

    /** A new code makes earlier ones for the same end worthless. */
    Mono<UUID> add(NewCode code) {
        return database.sql("""
                with earlier as (
                    update account.one_time_codes
                       set expires_at = :now
                     where destination = :destination
                       and purpose = :purpose
                       and used_at is null
                       and expires_at > :now)
                insert into account.one_time_codes (purpose, destination, about, code_hash, asked_from, created_at, expires_at)
                values (:purpose, :destination, :about, :hash, :from, :now, :expires)
                returning id
                """)
                .bind("purpose", code.purpose().name())
                .bind("destination", code.destination())
                .bind("hash", code.hash())
                .bind("from", code.askedFrom())
                .bind("now", code.createdAt())
                .bind("expires", code.expiresAt())
                .bind("about", orNull(code.about(), String.class))
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    /** Counts a guess; empty when the code is used up, run out, guessed at too often or for something else. */
    Mono<Tried> tried(UUID id, CodePurpose purpose, Instant now) {
        return database.sql("""
                update account.one_time_codes
                   set attempts = attempts + 1
                 where id = :id
                   and purpose = :purpose
                   and used_at is null
                   and expires_at > :now
                   and attempts < 5
                returning destination, about, code_hash
                """)
                .bind("id", id)
                .bind("purpose", purpose.name())
                .bind("now", now)
                .map(row -> new Tried(
                        Rows.get(row, "destination", String.class),
                        row.get("about", String.class),
                        Rows.get(row, "code_hash", byte[].class)))
                .one();
    }

    Mono<Boolean> use(UUID id, Instant now) {
        return updated("update account.one_time_codes set used_at = :now where id = :id and used_at is null", id, now);
    }

    Mono<Boolean> markSent(UUID id, Instant now) {
        return updated("update account.one_time_codes set sent_at = :now where id = :id", id, now);
    }

    Mono<Boolean> markFailed(UUID id, Instant now) {
        return updated("update account.one_time_codes set failed_at = :now where id = :id", id, now);
    }

    private Mono<Boolean> updated(String sql, UUID id, Instant now) {
        return database.sql(sql)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    record ToSend(CodePurpose purpose, String destination) {

        boolean isMail() {
            return destination.contains("@");
        }
    }

    /** What is still worth sending. */
    Mono<ToSend> toSend(UUID id, Instant now) {
        return database.sql("""
                select purpose, destination
                  from account.one_time_codes
                 where id = :id
                   and sent_at is null
                   and used_at is null
                   and expires_at > :now
                """)
                .bind("id", id)
                .bind("now", now)
                .map(row -> new ToSend(
                        CodePurpose.valueOf(Rows.get(row, "purpose", String.class)),
                        Rows.get(row, "destination", String.class)))
                .one();
    }

    Mono<Void> removeOlderThan(Instant limit) {
        return database.sql("delete from account.one_time_codes where created_at < :limit")
                .bind("limit", limit)
                .then();
    }
}
