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
 * The one row that says which rebuild runs, so that only one runs over all copies. Its claim is for the two steps that
 * one copy does for all: planning it, and putting the new index in place.
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
                select r.index_name, r.state, r.started_at, r.finished_at, r.last_error,
                       case when r.state = 'DONE' then r.written else coalesce(s.written, 0) end as written,
                       coalesce(s.slices, 0) as slices, coalesce(s.finished, 0) as finished
                  from listing.index_rebuild r
                  left join lateral (
                       select sum(written)::bigint as written, count(*) as slices, count(finished_at) as finished
                         from listing.index_rebuild_slices
                        where index_name = r.index_name) s on true
                """).map(RebuildLog::progress).one();
    }

    /** Begins a rebuild unless one is under way; answers whether it did. */
    Mono<Boolean> begin() {
        Instant now = clock.instant();
        return database.sql("""
                insert into listing.index_rebuild as r (index_name, state, started_at)
                values (:name, 'PLANNED', :now)
                on conflict (one) do update
                   set index_name = :name, state = 'PLANNED', started_at = :now, finished_at = null, written = 0,
                       claim = null, claimed_until = null, last_error = null
                 where r.state in ('DONE', 'FAILED')
                """)
                .bind("name", ListingIndex.PREFIX + STAMP.format(now))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes the rebuild if it is in that state and no other copy has it in hand; answers its index. */
    Mono<String> claim(UUID claim, State state) {
        Instant now = clock.instant();
        return database.sql("""
                update listing.index_rebuild
                   set claim = :claim, claimed_until = :until
                 where state = :state
                   and (claimed_until is null or claimed_until < :now)
                returning index_name
                """)
                .bind("claim", claim)
                .bind("until", now.plus(settings.lease()))
                .bind("state", state.name())
                .bind("now", now)
                .map(row -> Objects.requireNonNull(row.get("index_name", String.class)))
                .one();
    }

    /** Gives the rebuild back as it is, for any copy to go on with. */
    Mono<Void> release(UUID claim) {
        return database.sql("update listing.index_rebuild set claim = null, claimed_until = null where claim = :claim")
                .bind("claim", claim)
                .then();
    }

    /** From now on changes are written to the new index too, and any copy may take slices. */
    Mono<Void> run(UUID claim) {
        return database.sql("""
                update listing.index_rebuild
                   set state = 'RUNNING', claim = null, claimed_until = null
                 where claim = :claim
                """).bind("claim", claim).then();
    }

    /** The engine has lost what was copied. */
    Mono<Void> planAgain(String index) {
        return database.sql("""
                update listing.index_rebuild
                   set state = 'PLANNED', claim = null, claimed_until = null
                 where index_name = :index
                   and state = 'RUNNING'
                """).bind("index", index).then();
    }

    Mono<Void> finish(UUID claim, State state, String error) {
        return database.sql("""
                update listing.index_rebuild r
                   set state = :state, finished_at = :now, last_error = nullif(:error, ''), claim = null, claimed_until = null,
                       written = coalesce((select sum(written)::bigint from listing.index_rebuild_slices s
                                            where s.index_name = r.index_name), 0)
                 where claim = :claim
                """)
                .bind("state", state.name())
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("claim", claim)
                .then();
    }

    /** For faults of ours or of the engine's that going on would only repeat. */
    Mono<Void> giveUp(String index, String error) {
        return database.sql("""
                update listing.index_rebuild
                   set state = 'FAILED', finished_at = :now, last_error = :error, claim = null, claimed_until = null
                 where index_name = :index
                   and state in ('PLANNED', 'RUNNING')
                """)
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("index", index)
                .then();
    }

    private static RebuildProgress progress(Readable row) {
        return new RebuildProgress(
                Objects.requireNonNull(row.get("index_name", String.class)),
                State.valueOf(Objects.requireNonNull(row.get("state", String.class))),
                Objects.requireNonNull(row.get("started_at", Instant.class)),
                row.get("finished_at", Instant.class),
                Objects.requireNonNull(row.get("slices", Long.class)),
                Objects.requireNonNull(row.get("finished", Long.class)),
                Objects.requireNonNull(row.get("written", Long.class)),
                row.get("last_error", String.class));
    }
}
