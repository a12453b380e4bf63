package vn.ocop.marketplace.listing;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on archives of pictures. */
@Repository
class PictureArchiveRepository {

    private final DatabaseClient database;
    private final Clock clock;

    PictureArchiveRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An archive as it is worked on. */
    record Archive(UUID id, UUID shop, UUID sentBy, String state) {}

    /** A picture of it whose bytes wait. */
    record Waiting(int number, String name) {}

    /** What became of one. */
    record Outcome(
            int number,
            String kind,
            @Nullable UUID listing,
            @Nullable String problem) {}

    Mono<UUID> insert(UUID shop, UUID sender) {
        return database.sql("""
                insert into listing.picture_archives (shop_id, sent_by, state, created_at, changed_at)
                values (:shop, :sender, 'RECEIVED', :now, :now)
                returning id
                """)
                .bind("shop", shop)
                .bind("sender", sender)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    Mono<Archive> find(UUID id) {
        return database.sql("select shop_id, sent_by, state from listing.picture_archives where id = :id")
                .bind("id", id)
                .map(row -> new Archive(
                        id,
                        Rows.get(row, "shop_id", UUID.class),
                        Rows.get(row, "sent_by", UUID.class),
                        Rows.get(row, "state", String.class)))
                .one();
    }

    /** False if somebody else has taken that step. */
    Mono<Boolean> move(UUID id, String from, String to) {
        return database.sql("""
                update listing.picture_archives
                   set state = :to, changed_at = :now
                 where id = :id
                   and state = :from
                """)
                .bind("id", id)
                .bind("from", from)
                .bind("to", to)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> add(UUID archive, PictureArchive.Unpacked file) {
        return database.sql("""
                insert into listing.archived_pictures (archive_id, number, name, waits, outcome, problem)
                values (:archive, :number, :name, :waits, case when not :waits then 'REFUSED' end, :problem)
                """)
                .bind("archive", archive)
                .bind("number", file.number())
                .bind("name", file.name())
                .bind("waits", file.bytes() != null)
                .bind("problem", orNull(file.problem(), String.class))
                .then();
    }

    /** In the order of their names, so that the first of a listing comes first. */
    Flux<Waiting> waiting(UUID archive, int limit) {
        return database.sql("""
                select number, name
                  from listing.archived_pictures
                 where archive_id = :archive
                   and waits
                 order by name, number
                 limit :limit
                """)
                .bind("archive", archive)
                .bind("limit", limit)
                .map(row -> new Waiting(Rows.get(row, "number", Integer.class), Rows.get(row, "name", String.class)))
                .all();
    }

    Mono<Void> keep(UUID archive, List<Outcome> outcomes) {
        return database.sql("""
                with told as (
                    select *
                      from unnest(:numbers::integer[], :kinds::text[], :listings::uuid[], :problems::text[])
                           as o (number, kind, listing, problem)
                ), kept as (
                    update listing.archived_pictures p
                       set waits = false, outcome = o.kind, listing_id = o.listing, problem = o.problem
                      from told o
                     where p.archive_id = :archive
                       and p.number = o.number
                )
                update listing.picture_archives set changed_at = :now where id = :archive
                """)
                .bind("numbers", outcomes.stream().map(Outcome::number).toArray(Integer[]::new))
                .bind("kinds", outcomes.stream().map(Outcome::kind).toArray(String[]::new))
                .bind("listings", outcomes.stream().map(Outcome::listing).toArray(UUID[]::new))
                .bind("problems", outcomes.stream().map(Outcome::problem).toArray(String[]::new))
                .bind("archive", archive)
                .bind("now", clock.instant())
                .then();
    }

    Mono<ArchiveProgress> progress(Archive archive) {
        return database.sql("""
                select name, outcome, problem
                  from listing.archived_pictures
                 where archive_id = :archive
                 order by name, number
                """)
                .bind("archive", archive.id())
                .map(row -> new Told(
                        Rows.get(row, "name", String.class),
                        row.get("outcome", String.class),
                        row.get("problem", String.class)))
                .all()
                .collectList()
                .map(files -> progress(archive, files));
    }

    private record Told(
            String name, @Nullable String outcome, @Nullable String problem) {}

    private static ArchiveProgress progress(Archive archive, List<Told> files) {
        var done = files.stream().filter(file -> file.outcome() != null).toList();
        var placed =
                done.stream().filter(file -> "PLACED".equals(file.outcome())).toList();
        boolean failed = archive.state().equals("FAILED");
        return new ArchiveProgress(
                archive.id(),
                archive.shop(),
                failed || archive.state().equals("DONE"),
                failed,
                files.size(),
                done.size(),
                placed.size(),
                done.stream()
                        .filter(file -> !"PLACED".equals(file.outcome()))
                        .map(file -> new ArchiveProgress.Other(file.name(), file.problem()))
                        .toList());
    }

    /** Archives that somebody began to unpack so long ago that it will never end. */
    Flux<UUID> unpackingSince(Instant moment, int limit) {
        return database.sql("""
                select id
                  from listing.picture_archives
                 where state = 'UNPACKING'
                   and changed_at < :moment
                 order by changed_at
                 limit :limit
                """)
                .bind("moment", moment)
                .bind("limit", limit)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    /** Archives nobody has touched for so long. */
    Flux<UUID> untouchedSince(Instant moment, int limit) {
        return database.sql("""
                select id
                  from listing.picture_archives
                 where changed_at < :moment
                 order by changed_at
                 limit :limit
                """)
                .bind("moment", moment)
                .bind("limit", limit)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from listing.picture_archives where id = :id")
                .bind("id", id)
                .then();
    }
}
