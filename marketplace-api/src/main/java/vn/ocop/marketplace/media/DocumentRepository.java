package vn.ocop.marketplace.media;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on documents. */
@Repository
class DocumentRepository {

    private final DatabaseClient database;
    private final Clock clock;

    DocumentRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<UUID> insert(DocumentKind kind, int bytes, UUID uploader) {
        return database.sql("""
                insert into media.documents (kind, bytes, uploaded_by, created_at)
                values (:kind, :bytes, :uploader, :now)
                returning id
                """)
                .bind("kind", kind.name())
                .bind("bytes", bytes)
                .bind("uploader", uploader)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    Mono<Long> countSince(UUID uploader, Instant since) {
        return database.sql(
                        "select count(*) as documents from media.documents where uploaded_by = :who and created_at > :since")
                .bind("who", uploader)
                .bind("since", since)
                .map(row -> Rows.get(row, "documents", Long.class))
                .one();
    }

    /** Waits for a clean-up that is about to remove it, and then says false. */
    Mono<Boolean> keep(UUID id, UUID uploader) {
        return database.sql("""
                update media.documents
                   set kept_at = :now
                 where id = :id
                   and uploaded_by = :uploader
                   and kept_at is null
                """)
                .bind("id", id)
                .bind("uploader", uploader)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> drop(UUID id) {
        return database.sql("update media.documents set kept_at = null where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<DocumentKind> kind(UUID id) {
        return database.sql("select kind from media.documents where id = :id")
                .bind("id", id)
                .map(row -> DocumentKind.valueOf(Rows.get(row, "kind", String.class)))
                .one();
    }

    /** Forgets documents that nobody has kept since; their files are the caller's to remove. */
    Flux<UUID> removeUnkept(Instant before, int limit) {
        return database.sql("""
                delete from media.documents
                 where id in (select id
                                from media.documents
                               where kept_at is null
                                 and created_at < :before
                               order by id
                               limit :limit
                                 for update skip locked)
                returning id
                """)
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }
}
