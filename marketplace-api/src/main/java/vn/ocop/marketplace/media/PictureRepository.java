package vn.ocop.marketplace.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on pictures. */
@Repository
class PictureRepository {

    private final DatabaseClient database;
    private final Clock clock;

    PictureRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A picture that may have to go. */
    record Unused(UUID id, String hash, Integer[] widths) {}

    /** The same picture sent again is the same row, young again, so that cleaning up passes it by. */
    Mono<LocalizedPicture> save(ReencodedPicture picture, UUID uploader) {
        return database.sql("""
                insert into media.pictures as p (hash, width, height, widths, preview, created_at, uploaded_by)
                values (:hash, :width, :height, :widths, :preview, :now, :uploader)
                on conflict (hash) do update set created_at = :now, doomed_at = null
                returning id
                """)
                .bind("hash", picture.hash())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("widths", widths(picture))
                .bind("preview", picture.preview())
                .bind("now", clock.instant())
                .bind("uploader", uploader)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .map(id -> new LocalizedPicture(
                        id,
                        picture.hash(),
                        java.util.List.of(widths(picture)),
                        picture.width(),
                        picture.height(),
                        new LocalizedText("", ""),
                        picture.preview()));
    }

    private static Integer[] widths(ReencodedPicture picture) {
        return picture.files().keySet().stream().sorted().toArray(Integer[]::new);
    }

    /** How many pictures somebody has sent since a moment. */
    Mono<Long> countSince(UUID uploader, Instant since) {
        return database.sql(
                        "select count(*) as pictures from media.pictures where uploaded_by = :who and created_at > :since")
                .bind("who", uploader)
                .bind("since", since)
                .map(row -> Rows.get(row, "pictures", Long.class))
                .one();
    }

    /** Uploaded pictures old enough to be asked about, the oldest first. */
    Flux<Unused> uploadedBefore(Instant before, UUID after, int limit) {
        return database.sql("""
                select id, hash, widths
                  from media.pictures
                 where uploaded_by is not null
                   and created_at < :before
                   and id > :after
                 order by id
                 limit :limit
                """)
                .bind("before", before)
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> new Unused(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "hash", String.class),
                        Rows.get(row, "widths", Integer[].class)))
                .all();
    }

    /** Takes them out of sight first; nobody can put a doomed picture anywhere. */
    Mono<Void> doom(Collection<UUID> pictures) {
        return database.sql("update media.pictures set doomed_at = coalesce(doomed_at, :now) where id = any(:ids)")
                .bind("now", clock.instant())
                .bind("ids", pictures.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> spare(Collection<UUID> pictures) {
        return database.sql("update media.pictures set doomed_at = null where id = any(:ids) and doomed_at is not null")
                .bind("ids", pictures.toArray(UUID[]::new))
                .then();
    }

    /** Forgets the pictures that have been out of sight for so long; their files are the caller's to remove. */
    Flux<Unused> removeDoomed(Collection<UUID> pictures, Duration outOfSight) {
        return database.sql("""
                delete from media.pictures
                 where id = any(:ids)
                   and doomed_at < :before
                returning id, hash, widths
                """)
                .bind("ids", pictures.toArray(UUID[]::new))
                .bind("before", clock.instant().minus(outOfSight))
                .map(row -> new Unused(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "hash", String.class),
                        Rows.get(row, "widths", Integer[].class)))
                .all();
    }
}
