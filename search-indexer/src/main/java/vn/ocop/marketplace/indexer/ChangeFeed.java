package vn.ocop.marketplace.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The rows that say which listings changed. A claim is a lease: what a killed copy had claimed comes back by itself.
 */
@Repository
class ChangeFeed {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;

    private final DatabaseClient database;
    private final Clock clock;
    private final IndexerSettings settings;

    ChangeFeed(DatabaseClient database, Clock clock, IndexerSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Changes this copy has in hand.
     *
     * @param rows how many rows were claimed; several may be of one listing
     * @param rebuilding the index that is being built at the moment of claiming, if one is
     */
    record Claim(
            UUID id,
            List<UUID> listings,
            int rows,
            @Nullable String rebuilding) {}

    private record Row(UUID listing, @Nullable String rebuilding) {}

    /** How far the index is behind. */
    record Lag(long rows, double seconds) {}

    /** Claims the oldest changes nobody has in hand; empty when there are none. */
    Mono<Claim> claim() {
        UUID claim = UUID.randomUUID();
        Instant now = clock.instant();
        return database.sql("""
                update listing.index_changes
                   set claimed_until = :until, claim = :claim, attempts = attempts + 1
                 where id in (
                       select id
                         from listing.index_changes
                        where claimed_until is null or claimed_until < :now
                        order by id
                        limit :batch
                          for update skip locked)
                returning listing_id, (select index_name from listing.index_rebuild where state = 'RUNNING') as rebuilding
                """)
                .bind("until", now.plus(settings.lease()))
                .bind("claim", claim)
                .bind("now", now)
                .bind("batch", settings.batch())
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("listing_id", UUID.class)), row.get("rebuilding", String.class)))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> new Claim(
                        claim,
                        rows.stream().map(Row::listing).distinct().toList(),
                        rows.size(),
                        rows.getFirst().rebuilding()));
    }

    /** Forgets the claimed changes of listings that are in the index now. */
    Mono<Void> done(Claim claim, Collection<UUID> listings) {
        return database.sql("delete from listing.index_changes where claim = :claim and listing_id = any(:listings)")
                .bind("claim", claim.id())
                .bind("listings", listings.toArray(UUID[]::new))
                .then();
    }

    /** Sets a change aside that cannot be indexed; it is tried again later and later. */
    Mono<Void> setAside(Claim claim, UUID listing, String error) {
        return database.sql("""
                update listing.index_changes
                   set claim = null,
                       claimed_until = :now + make_interval(secs => :delay * power(2, least(attempts - 1, :doublings))),
                       last_error = :error
                 where claim = :claim
                   and listing_id = :listing
                """)
                .bind("now", clock.instant())
                .bind("delay", (double) FIRST_DELAY.toSeconds())
                .bind("doublings", MOST_DOUBLINGS)
                .bind("error", error)
                .bind("claim", claim.id())
                .bind("listing", listing)
                .then();
    }

    /** Gives a claim back untouched, as if it had never been taken. */
    Mono<Void> release(Claim claim) {
        return database.sql("""
                update listing.index_changes
                   set claim = null, claimed_until = null, attempts = attempts - 1
                 where claim = :claim
                """).bind("claim", claim.id()).then();
    }

    Mono<Lag> lag() {
        return database.sql("select count(*) as waiting, min(created_at) as oldest from listing.index_changes")
                .map(row -> {
                    @Nullable Instant oldest = row.get("oldest", Instant.class);
                    double seconds = oldest == null
                            ? 0
                            : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
                    return new Lag(Objects.requireNonNull(row.get("waiting", Long.class)), Math.max(0, seconds));
                })
                .one();
    }
}
