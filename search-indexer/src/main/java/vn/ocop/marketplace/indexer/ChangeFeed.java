package vn.ocop.marketplace.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The rows that say which listings changed. A claim is a lease: what a killed copy had claimed comes back by itself.
 */
@Repository
class ChangeFeed {

    private final DatabaseClient database;
    private final Clock clock;
    private final IndexerSettings settings;

    ChangeFeed(DatabaseClient database, Clock clock, IndexerSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** One row of the feed, as it was claimed. */
    record Change(
            long id, UUID listing, int attempts, @Nullable String rebuilding) {}

    /**
     * Changes this copy has in hand.
     *
     * @param rebuilding the index that is being built at the moment of claiming, if one is
     */
    record Claim(UUID id, List<Change> changes, @Nullable String rebuilding) {

        private static final int SUSPICIOUS = 4;

        List<UUID> listings() {
            return changes.stream().map(Change::listing).distinct().toList();
        }

        /** Claimed so often without an end that one of them may be what takes the process down. */
        boolean suspicious() {
            return changes.stream().anyMatch(change -> change.attempts() >= SUSPICIOUS);
        }

        private Long[] ids(Predicate<UUID> which) {
            return changes.stream()
                    .filter(change -> which.test(change.listing()))
                    .map(Change::id)
                    .toArray(Long[]::new);
        }
    }

    /** How far the index is behind. */
    record Lag(long rows, double seconds, long refused) {}

    /** Claims the oldest changes nobody has in hand; empty when there are none. */
    Mono<Claim> claim(int most) {
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
                returning id, listing_id, attempts,
                          (select index_name from listing.index_rebuild where state = 'RUNNING') as rebuilding
                """)
                .bind("until", now.plus(settings.lease()))
                .bind("claim", claim)
                .bind("now", now)
                .bind("batch", most)
                .map(row -> new Change(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        Objects.requireNonNull(row.get("listing_id", UUID.class)),
                        Objects.requireNonNull(row.get("attempts", Integer.class)),
                        row.get("rebuilding", String.class)))
                .all()
                .collectList()
                .filter(changes -> !changes.isEmpty())
                .map(changes -> new Claim(claim, changes, changes.getFirst().rebuilding()));
    }

    /** Forgets the claimed changes of those listings. */
    Mono<Void> done(Claim claim, Predicate<UUID> which) {
        return database.sql("delete from listing.index_changes where id = any(:ids) and claim = :claim")
                .bind("ids", claim.ids(which))
                .bind("claim", claim.id())
                .then();
    }

    /** Gives changes back, as if they had never been claimed. */
    Mono<Void> release(Claim claim, Predicate<UUID> which) {
        Long[] ids = claim.ids(which);
        if (ids.length == 0) {
            return Mono.empty();
        }
        return database.sql("""
                update listing.index_changes
                   set claim = null, claimed_until = null, attempts = attempts - 1
                 where id = any(:ids)
                   and claim = :claim
                """).bind("ids", ids).bind("claim", claim.id()).then();
    }

    /** Adds a change for each of the listings, so that they are indexed again at their newest state. */
    Mono<Void> announce(List<UUID> listings) {
        return database.sql("""
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from unnest(:listings::uuid[]) as l (id)
                """)
                .bind("now", clock.instant())
                .bind("listings", listings.toArray(UUID[]::new))
                .then();
    }

    /** Which of the listings have a change waiting or in hand, or are set aside. */
    Mono<Set<UUID>> waitingAmong(List<UUID> listings) {
        return database.sql("""
                select listing_id from listing.index_changes where listing_id = any(:listings)
                union
                select listing_id from listing.index_refusals where listing_id = any(:listings)
                """)
                .bind("listings", listings.toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("listing_id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    Mono<Lag> lag() {
        return database.sql("""
                select (select count(*) from listing.index_changes) as waiting,
                       (select created_at from listing.index_changes order by id limit 1) as oldest,
                       (select count(*) from listing.index_refusals) as refused
                """)
                .map(row -> {
                    @Nullable Instant oldest = row.get("oldest", Instant.class);
                    double seconds = oldest == null
                            ? 0
                            : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
                    return new Lag(
                            Objects.requireNonNull(row.get("waiting", Long.class)),
                            Math.max(0, seconds),
                            Objects.requireNonNull(row.get("refused", Long.class)));
                })
                .one();
    }

    static Predicate<UUID> all() {
        return listing -> true;
    }
}
