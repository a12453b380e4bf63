package vn.ocop.marketplace.indexer;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.indexer.RebuildProgress.State;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/**
 * The one row that says which rebuild runs and how far it has got, so that only one runs over all copies and another
 * copy can finish what a killed one began.
 */
@Repository
class RebuildLog {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final DatabaseClient database;
    private final Clock clock;
    private final IndexerSettings settings;

    RebuildLog(DatabaseClient database, Clock clock, IndexerSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    Mono<RebuildProgress> latest() {
        return database.sql("""
                select index_name, state, started_at, finished_at, after_id, written, last_error
                  from listing.index_rebuild
                """).map(RebuildLog::progress).one();
    }

    /** Begins a rebuild unless one is running; answers whether it did. */
    Mono<Boolean> begin() {
        Instant now = clock.instant();
        return database.sql("""
                insert into listing.index_rebuild as r (index_name, state, started_at)
                values (:name, 'RUNNING', :now)
                on conflict (one) do update
                   set index_name = :name, state = 'RUNNING', started_at = :now, finished_at = null, after_id = null,
                       written = 0, claim = null, claimed_until = null, last_error = null
                 where r.state <> 'RUNNING'
                """)
                .bind("name", ListingIndex.PREFIX + STAMP.format(now))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes the running rebuild if no other copy has it in hand. */
    Mono<RebuildProgress> claim(UUID claim) {
        Instant now = clock.instant();
        return database.sql("""
                update listing.index_rebuild
                   set claim = :claim, claimed_until = :until
                 where state = 'RUNNING'
                   and (claimed_until is null or claimed_until < :now)
                returning index_name, state, started_at, finished_at, after_id, written, last_error
                """)
                .bind("claim", claim)
                .bind("until", now.plus(settings.lease()))
                .bind("now", now)
                .map(RebuildLog::progress)
                .one();
    }

    /** Notes progress and prolongs the claim; empty when another copy has taken over. */
    Mono<UUID> advance(UUID claim, UUID afterId, int written) {
        return database.sql("""
                update listing.index_rebuild
                   set after_id = :after, written = written + :written, claimed_until = :until
                 where claim = :claim
                   and state = 'RUNNING'
                """)
                .bind("after", afterId)
                .bind("written", written)
                .bind("until", clock.instant().plus(settings.lease()))
                .bind("claim", claim)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .thenReturn(afterId);
    }

    Mono<Void> finish(UUID claim, State state, String error) {
        return database.sql("""
                update listing.index_rebuild
                   set state = :state, finished_at = :now, last_error = nullif(:error, ''), claim = null, claimed_until = null
                 where claim = :claim
                """)
                .bind("state", state.name())
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("claim", claim)
                .then();
    }

    private static RebuildProgress progress(Readable row) {
        return new RebuildProgress(
                Objects.requireNonNull(row.get("index_name", String.class)),
                State.valueOf(Objects.requireNonNull(row.get("state", String.class))),
                Objects.requireNonNull(row.get("started_at", Instant.class)),
                row.get("finished_at", Instant.class),
                row.get("after_id", UUID.class),
                Objects.requireNonNull(row.get("written", Long.class)),
                row.get("last_error", String.class));
    }
}
