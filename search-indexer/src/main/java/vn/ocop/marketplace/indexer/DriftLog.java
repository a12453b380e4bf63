package vn.ocop.marketplace.indexer;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The one row that says when the index was last compared with the catalogue, and with what result. */
@Repository
class DriftLog {

    private final DatabaseClient database;
    private final Clock clock;
    private final IndexerSettings settings;

    DriftLog(DatabaseClient database, Clock clock, IndexerSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The last comparison.
     *
     * @param finishedAt absent when there was none yet
     * @param slices how many parts were compared
     * @param differing in how many of them the index and the catalogue were not the same
     * @param listings how many are on sale
     * @param mended how many listings were indexed again or taken out
     */
    record DriftReport(@Nullable Instant finishedAt, int slices, int differing, long listings, int mended) {

        static final DriftReport NONE = new DriftReport(null, 0, 0, 0, 0);

        DriftReport and(SliceComparison slice) {
            return new DriftReport(
                    null,
                    slices + 1,
                    differing + (slice.differs() ? 1 : 0),
                    listings + slice.listings(),
                    mended + slice.mended());
        }
    }

    Mono<DriftReport> latest() {
        return database.sql("select finished_at, slices, differing, listings, mended from listing.index_drift_check")
                .map(row -> new DriftReport(
                        row.get("finished_at", Instant.class),
                        Objects.requireNonNull(row.get("slices", Integer.class)),
                        Objects.requireNonNull(row.get("differing", Integer.class)),
                        Objects.requireNonNull(row.get("listings", Long.class)),
                        Objects.requireNonNull(row.get("mended", Integer.class))))
                .one();
    }

    /** Takes the check if it is due and no other copy has it in hand. */
    Mono<UUID> claimIfDue() {
        UUID claim = UUID.randomUUID();
        Instant now = clock.instant();
        return database.sql("""
                update listing.index_drift_check
                   set claim = :claim, claimed_until = :until, started_at = :now
                 where (finished_at is null or finished_at <= :due)
                   and (claimed_until is null or claimed_until < :now)
                """)
                .bind("claim", claim)
                .bind("until", now.plus(settings.lease()))
                .bind("now", now)
                .bind("due", now.minus(settings.driftEvery()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .thenReturn(claim);
    }

    /** Prolongs the claim; empty when another copy has taken over. */
    Mono<UUID> goOn(UUID claim) {
        return database.sql("update listing.index_drift_check set claimed_until = :until where claim = :claim")
                .bind("until", clock.instant().plus(settings.lease()))
                .bind("claim", claim)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .thenReturn(claim);
    }

    Mono<Void> finish(UUID claim, DriftReport report) {
        return database.sql("""
                update listing.index_drift_check
                   set claim = null, claimed_until = null, finished_at = :now, slices = :slices, differing = :differing,
                       listings = :listings, mended = :mended
                 where claim = :claim
                """)
                .bind("now", clock.instant())
                .bind("slices", report.slices())
                .bind("differing", report.differing())
                .bind("listings", report.listings())
                .bind("mended", report.mended())
                .bind("claim", claim)
                .then();
    }
}
