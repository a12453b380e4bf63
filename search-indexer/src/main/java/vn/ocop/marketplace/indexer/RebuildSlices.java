package vn.ocop.marketplace.indexer;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The shares of a rebuild. Any copy takes the next one free; what a killed copy had comes back where it had got to. */
@Repository
class RebuildSlices {

    private final DatabaseClient database;
    private final Clock clock;
    private final IndexerSettings settings;

    RebuildSlices(DatabaseClient database, Clock clock, IndexerSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** A share in hand: the listings after one, up to and with another. */
    record Slice(UUID claim, String index, int number, UUID after, UUID to) {}

    /**
     * Cuts the catalogue into shares of about equal size; shares of earlier rebuilds go. What is put on sale later is
     * in the last one or in none: then its change is.
     */
    Mono<Void> plan(String index) {
        return database.sql("delete from listing.index_rebuild_slices")
                .then()
                .then(database.sql("""
                        with numbered as (
                            select id, row_number() over (order by id) as position from listing.listings
                        ), bounds as (
                            select id, position / :slice as number from numbered where position % :slice = 0
                        ), starts as (
                            select 0::bigint as number, '00000000-0000-0000-0000-000000000000'::uuid as from_id
                            union all
                            select number, id from bounds
                        )
                        insert into listing.index_rebuild_slices (index_name, slice, from_id, to_id, after_id)
                        select :index, number, from_id,
                               coalesce(lead(from_id) over (order by number), 'ffffffff-ffff-ffff-ffff-ffffffffffff'), from_id
                          from starts
                        """)
                        .bind("slice", settings.slice())
                        .bind("index", index)
                        .then());
    }

    /** The next share nobody has in hand; empty when there is none. */
    Mono<Slice> claim(String index) {
        UUID claim = UUID.randomUUID();
        Instant now = clock.instant();
        return database.sql("""
                update listing.index_rebuild_slices
                   set claim = :claim, claimed_until = :until
                 where (index_name, slice) = (
                       select index_name, slice
                         from listing.index_rebuild_slices
                        where index_name = :index
                          and finished_at is null
                          and (claimed_until is null or claimed_until < :now)
                        order by slice
                        limit 1
                          for update skip locked)
                returning slice, after_id, to_id
                """)
                .bind("claim", claim)
                .bind("until", now.plus(settings.lease()))
                .bind("index", index)
                .bind("now", now)
                .map(row -> new Slice(
                        claim,
                        index,
                        Objects.requireNonNull(row.get("slice", Integer.class)),
                        Objects.requireNonNull(row.get("after_id", UUID.class)),
                        Objects.requireNonNull(row.get("to_id", UUID.class))))
                .one();
    }

    /** Notes progress and prolongs the claim; empty when the share is another's by now. */
    Mono<UUID> advance(Slice slice, UUID after, int written) {
        return database.sql("""
                update listing.index_rebuild_slices
                   set after_id = :after, written = written + :written, claimed_until = :until
                 where index_name = :index
                   and slice = :slice
                   and claim = :claim
                """)
                .bind("after", after)
                .bind("written", written)
                .bind("until", clock.instant().plus(settings.lease()))
                .bind("index", slice.index())
                .bind("slice", slice.number())
                .bind("claim", slice.claim())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .thenReturn(after);
    }

    Mono<Void> finish(Slice slice) {
        return end(slice, clock.instant());
    }

    /** Gives an unfinished share back for any copy to go on with. */
    Mono<Void> release(Slice slice) {
        return end(slice, null);
    }

    private Mono<Void> end(Slice slice, @Nullable Instant finishedAt) {
        return database.sql("""
                update listing.index_rebuild_slices
                   set claim = null, claimed_until = null, finished_at = :finishedAt
                 where index_name = :index
                   and slice = :slice
                   and claim = :claim
                """)
                .bind("finishedAt", Parameter.fromOrEmpty(finishedAt, Instant.class))
                .bind("index", slice.index())
                .bind("slice", slice.number())
                .bind("claim", slice.claim())
                .then();
    }
}
