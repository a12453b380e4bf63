package vn.ocop.marketplace.shop;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on the removals that authorities ask for. */
@Repository
class AuthorityRequestRepository {

    private final DatabaseClient database;
    private final Clock clock;

    AuthorityRequestRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Flux<AuthorityRequest> list(String province, boolean open, int rows) {
        return database.sql("""
                select *
                  from shop.authority_requests
                 where province_code = :province
                   and (done_at is null) = :open
                 order by case when done_at is null then due_at end, done_at desc, id
                 limit :rows
                """)
                .bind("province", province)
                .bind("open", open)
                .bind("rows", rows)
                .map(AuthorityRequestRepository::request)
                .all();
    }

    Mono<AuthorityRequest> find(UUID id) {
        return database.sql("select * from shop.authority_requests where id = :id")
                .bind("id", id)
                .map(AuthorityRequestRepository::request)
                .one();
    }

    Mono<AuthorityRequest> insert(
            String province, AuthorityRequests.Letter letter, Instant receivedAt, Instant dueAt, UUID officer) {
        return database.sql("""
                insert into shop.authority_requests
                       (province_code, authority, number, subject_kind, subject_id, wanted, received_at, due_at,
                        entered_by, entered_at)
                values (:province, :authority, :number, :kind, :subject, :wanted, :received, :due, :officer, :now)
                returning *
                """)
                .bind("province", province)
                .bind("authority", letter.authority())
                .bind("number", letter.number())
                .bind("kind", letter.subjectKind().name())
                .bind("subject", letter.subjectId())
                .bind("wanted", letter.wanted())
                .bind("received", receivedAt)
                .bind("due", dueAt)
                .bind("officer", officer)
                .bind("now", clock.instant())
                .map(AuthorityRequestRepository::request)
                .one();
    }

    /** Empty if it has moved on. */
    Mono<AuthorityRequest> complete(
            UUID id, long version, AuthorityRequest.Outcome outcome, String note, UUID officer) {
        return database.sql("""
                update shop.authority_requests
                   set outcome = :outcome, note = :note, done_at = :now, done_by = :officer, version = version + 1
                 where id = :id
                   and version = :version
                   and done_at is null
                returning *
                """)
                .bind("id", id)
                .bind("version", version)
                .bind("outcome", outcome.name())
                .bind("note", note)
                .bind("now", clock.instant())
                .bind("officer", officer)
                .map(AuthorityRequestRepository::request)
                .one();
    }

    Flux<AuthorityRequest> fulfil(UUID subject, String note, UUID officer) {
        return database.sql("""
                update shop.authority_requests
                   set outcome = 'REMOVED', note = :note, done_at = :now, done_by = :officer, version = version + 1
                 where subject_id = :subject
                   and done_at is null
                returning *
                """)
                .bind("subject", subject)
                .bind("note", note)
                .bind("now", clock.instant())
                .bind("officer", officer)
                .map(AuthorityRequestRepository::request)
                .all();
    }

    /** How many should have been done by now. */
    Mono<Long> overdue() {
        return database.sql("""
                select count(*) as number
                  from shop.authority_requests
                 where done_at is null
                   and due_at < :now
                """)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "number", Long.class))
                .one();
    }

    private static AuthorityRequest request(Readable row) {
        var outcome = row.get("outcome", String.class);
        return new AuthorityRequest(
                Rows.get(row, "id", UUID.class),
                text(row, "province_code"),
                text(row, "authority"),
                text(row, "number"),
                AuthorityRequest.SubjectKind.valueOf(text(row, "subject_kind")),
                Rows.get(row, "subject_id", UUID.class),
                text(row, "wanted"),
                Rows.get(row, "received_at", Instant.class),
                Rows.get(row, "due_at", Instant.class),
                outcome == null ? null : AuthorityRequest.Outcome.valueOf(outcome),
                row.get("note", String.class),
                moment(row),
                Rows.get(row, "version", Long.class));
    }

    private static @Nullable Instant moment(Readable row) {
        return row.get("done_at", Instant.class);
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
