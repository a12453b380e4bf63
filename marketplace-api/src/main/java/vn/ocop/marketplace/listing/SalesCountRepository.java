package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Adds to the counts in one statement; listings are locked in id order. */
@Repository
class SalesCountRepository implements SalesCounts {

    private final DatabaseClient database;
    private final Clock clock;

    SalesCountRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> add(Map<UUID, Integer> soldByListing) {
        if (soldByListing.isEmpty()) {
            return Mono.empty();
        }
        var sold = new ArrayList<>(soldByListing.entrySet());
        return database.sql("""
                with sold as (
                    select l.id, s.quantity
                      from listing.listings l
                      join unnest(:listings::uuid[], :quantities::integer[]) as s (listing_id, quantity)
                        on s.listing_id = l.id
                     order by l.id
                       for no key update of l
                ), counted as (
                    update listing.listings l
                       set sold_count = l.sold_count + s.quantity, revision = nextval('listing.revisions')
                      from sold s
                     where l.id = s.id
                    returning l.id
                )
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from counted
                """)
                .bind("listings", sold.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .bind("quantities", sold.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .bind("now", clock.instant())
                .then();
    }
}
