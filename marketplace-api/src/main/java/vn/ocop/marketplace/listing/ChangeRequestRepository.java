package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps what new shops want different until somebody decides. */
@Repository
class ChangeRequestRepository {

    private final DatabaseClient database;
    private final EditedListings rows;
    private final Clock clock;

    ChangeRequestRepository(DatabaseClient database, EditedListings rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** One open wish for each listing: a newer one takes the place of the older. */
    Mono<Void> want(UUID listing, RiskyChange wanted, UUID seller) {
        return database.sql("""
                with asked as (
                    insert into listing.change_requests (listing_id, wanted, status, requested_by, requested_at)
                    values (:listing, :wanted::jsonb, 'OPEN', :seller, :now)
                    on conflict (listing_id) where status = 'OPEN'
                    do update set wanted = excluded.wanted, requested_by = :seller, requested_at = :now
                    returning listing_id
                )
                insert into listing.decisions (listing_id, at, actor_id, kind, from_status, to_status)
                select l.id, :now, :seller, 'CHANGE_REQUESTED', l.status, l.status
                  from asked a
                  join listing.listings l on l.id = a.listing_id
                """)
                .bind("listing", listing)
                .bind("wanted", rows.wanted(wanted))
                .bind("seller", seller)
                .bind("now", clock.instant())
                .then();
    }

    /** The seller wants it as it is, after all. */
    Mono<Void> withdraw(UUID listing, UUID seller) {
        return close(listing, "WITHDRAWN", seller, "");
    }

    /** An officer's word; nothing happens when no wish is open any more. */
    Mono<Void> decide(UUID listing, boolean approved, UUID officer, String reason) {
        var remember = database.sql("""
                insert into listing.decisions (listing_id, at, actor_id, kind, from_status, to_status, reason)
                select id, :now, :officer, :kind, status, status, :reason
                  from listing.listings
                 where id = :listing
                """)
                .bind("now", clock.instant())
                .bind("officer", officer)
                .bind("kind", approved ? "CHANGE_APPROVED" : "CHANGE_REFUSED")
                .bind("reason", reason)
                .bind("listing", listing)
                .then();
        return close(listing, approved ? "APPROVED" : "REFUSED", officer, reason)
                .then(remember);
    }

    private Mono<Void> close(UUID listing, String status, UUID by, String reason) {
        return database.sql("""
                update listing.change_requests
                   set status = :status, decided_by = :by, decided_at = :now, reason = :reason
                 where listing_id = :listing
                   and status = 'OPEN'
                """)
                .bind("status", status)
                .bind("by", by)
                .bind("now", clock.instant())
                .bind("reason", reason)
                .bind("listing", listing)
                .then();
    }
}
