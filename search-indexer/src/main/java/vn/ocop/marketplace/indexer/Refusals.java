package vn.ocop.marketplace.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Listings that could not be indexed as they are, with the reason. They wait beside the feed, are tried again after
 * ever longer pauses (the fault may be the index's), and leave when they have been written.
 */
@Repository
class Refusals {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    /** Two seconds, doubled so often, is about a quarter of an hour. */
    private static final int MOST_DOUBLINGS = 9;

    private final DatabaseClient database;
    private final Clock clock;

    Refusals(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A listing that waits. */
    record Refused(UUID listing, String reason, int attempts, Instant firstAt, Instant retryAt) {}

    Mono<Void> note(Map<UUID, String> refused) {
        if (refused.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                insert into listing.index_refusals as r (listing_id, reason, first_at, last_at, retry_at)
                select n.listing_id, n.reason, :now, :now, :now + make_interval(secs => :delay)
                  from unnest(:listings::uuid[], :reasons::text[]) as n (listing_id, reason)
                 order by n.listing_id
                on conflict (listing_id) do update
                   set reason = excluded.reason, last_at = :now, attempts = r.attempts + 1,
                       retry_at = :now + make_interval(secs => :delay * power(2, least(r.attempts, :doublings)))
                """)
                .bind("now", clock.instant())
                .bind("delay", (double) FIRST_DELAY.toSeconds())
                .bind("doublings", MOST_DOUBLINGS)
                .bind("listings", refused.keySet().toArray(UUID[]::new))
                .bind("reasons", refused.values().toArray(String[]::new))
                .then();
    }

    Mono<Void> settled(List<UUID> written) {
        return database.sql("delete from listing.index_refusals where listing_id = any(:written)")
                .bind("written", written.toArray(UUID[]::new))
                .then();
    }

    /** Puts those whose time has come into the feed again, each once over all copies. */
    Mono<Long> retryDue(int most) {
        return database.sql("""
                with due as (
                    select listing_id
                      from listing.index_refusals
                     where retry_at <= :now
                     order by retry_at
                     limit :most
                       for update skip locked
                ), tried as (
                    update listing.index_refusals r
                       set retry_at = :now + make_interval(secs => :delay * power(2, least(r.attempts, :doublings)))
                      from due
                     where r.listing_id = due.listing_id
                )
                insert into listing.index_changes (listing_id, created_at)
                select listing_id, :now from due
                """)
                .bind("now", clock.instant())
                .bind("delay", (double) FIRST_DELAY.toSeconds())
                .bind("doublings", MOST_DOUBLINGS)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    Flux<Refused> latest(int most) {
        return database.sql("""
                select listing_id, reason, attempts, first_at, retry_at
                  from listing.index_refusals
                 order by last_at desc
                 limit :most
                """)
                .bind("most", most)
                .map(row -> new Refused(
                        Objects.requireNonNull(row.get("listing_id", UUID.class)),
                        Objects.requireNonNull(row.get("reason", String.class)),
                        Objects.requireNonNull(row.get("attempts", Integer.class)),
                        Objects.requireNonNull(row.get("first_at", Instant.class)),
                        Objects.requireNonNull(row.get("retry_at", Instant.class))))
                .all();
    }
}
