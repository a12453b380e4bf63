package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on submissions of many drafts. */
@Repository
class SubmissionRepository {

    private final DatabaseClient database;
    private final Clock clock;

    SubmissionRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A submission with how far it has got. */
    record Running(DraftSubmission submission, UUID actor, UUID lastId) {}

    /** A draft as it is now. */
    record Draft(UUID id, long revision) {}

    /** What became of a batch; the last is where the next one begins. */
    record Batch(int submitted, int unfinished, UUID last) {}

    Mono<UUID> insert(UUID shop, UUID actor) {
        return database.sql("""
                insert into listing.submissions (shop_id, asked_by, total, created_at)
                select :shop, :actor, count(*), :now
                  from listing.listings
                 where shop_id = :shop
                   and status in ('DRAFT', 'REFUSED')
                returning id
                """)
                .bind("shop", shop)
                .bind("actor", actor)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    Mono<Running> find(UUID id) {
        return database.sql("select * from listing.submissions where id = :id")
                .bind("id", id)
                .map(row -> new Running(
                        new DraftSubmission(
                                id,
                                Rows.get(row, "shop_id", UUID.class),
                                Rows.get(row, "total", Integer.class),
                                Rows.get(row, "submitted", Integer.class),
                                Rows.get(row, "unfinished", Integer.class),
                                row.get("finished_at", Instant.class) != null),
                        Rows.get(row, "asked_by", UUID.class),
                        Rows.get(row, "last_id", UUID.class)))
                .one();
    }

    Flux<Draft> drafts(UUID shop, UUID after, int limit) {
        return database.sql("""
                select id, revision
                  from listing.listings
                 where shop_id = :shop
                   and status in ('DRAFT', 'REFUSED')
                   and id > :after
                 order by id
                 limit :limit
                """)
                .bind("shop", shop)
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> new Draft(Rows.get(row, "id", UUID.class), Rows.get(row, "revision", Long.class)))
                .all();
    }

    /** False if somebody has counted this batch already. */
    Mono<Boolean> advance(Running from, Batch batch) {
        return database.sql("""
                update listing.submissions
                   set submitted = submitted + :submitted, unfinished = unfinished + :unfinished, last_id = :last
                 where id = :id
                   and last_id = :from
                   and finished_at is null
                """)
                .bind("submitted", batch.submitted())
                .bind("unfinished", batch.unfinished())
                .bind("last", batch.last())
                .bind("id", from.submission().id())
                .bind("from", from.lastId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> finish(UUID id) {
        return database.sql("update listing.submissions set finished_at = coalesce(finished_at, :now) where id = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .then();
    }
}
