package vn.ocop.marketplace.dossier;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on papers. */
@Repository
class PaperRepository {

    private final DatabaseClient database;
    private final Clock clock;

    PaperRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<UUID> insert(UUID shop, Dossiers.NewPaper paper, UUID seller) {
        return database.sql("""
                insert into dossier.papers (shop_id, kind, title, document_id, valid_to, added_by, added_at)
                values (:shop, :kind, :title, :document, :until, :seller, :now)
                returning id
                """)
                .bind("shop", shop)
                .bind("kind", paper.kind().name())
                .bind("title", paper.title())
                .bind("document", paper.document())
                .bind("seller", seller)
                .bind("now", clock.instant())
                .bind("until", orNull(paper.validTo(), LocalDate.class))
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    Mono<Paper> find(UUID id) {
        return database.sql("select * from dossier.papers where id = :id and removed_at is null")
                .bind("id", id)
                .map(PaperRepository::paper)
                .one();
    }

    /** The newest first. */
    Flux<Paper> ofShop(UUID shop, int limit) {
        return database.sql("""
                select *
                  from dossier.papers
                 where shop_id = :shop
                   and removed_at is null
                 order by id desc
                 limit :limit
                """)
                .bind("shop", shop)
                .bind("limit", limit)
                .map(PaperRepository::paper)
                .all();
    }

    Flux<Paper> attachedTo(UUID certificate) {
        return database.sql("""
                select p.*
                  from dossier.attachments a
                  join dossier.papers p on p.id = a.paper_id
                 where a.certificate_id = :certificate
                 order by p.kind, p.id
                """)
                .bind("certificate", certificate)
                .map(PaperRepository::paper)
                .all();
    }

    /** What goes with a claim is just these papers from now on; another shop's are left out. */
    Mono<Void> attach(UUID certificate, UUID shop, Collection<UUID> papers) {
        return database.sql("""
                with gone as (
                    delete from dossier.attachments
                     where certificate_id = :certificate
                       and paper_id <> all(:papers))
                insert into dossier.attachments (certificate_id, paper_id, attached_at)
                select :certificate, id, :now
                  from dossier.papers
                 where shop_id = :shop
                   and id = any(:papers)
                   and removed_at is null
                on conflict do nothing
                """)
                .bind("certificate", certificate)
                .bind("shop", shop)
                .bind("papers", papers.toArray(UUID[]::new))
                .bind("now", clock.instant())
                .then();
    }

    /** Empty if it goes with a certificate's claim: an officer may be reading it. */
    Mono<UUID> remove(UUID id) {
        return database.sql("""
                update dossier.papers p
                   set removed_at = :now
                 where id = :id
                   and removed_at is null
                   and not exists (select from dossier.attachments a where a.paper_id = p.id)
                returning document_id
                """)
                .bind("id", id)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "document_id", UUID.class))
                .one();
    }

    /** A paper that has so many days left, or has run out (0). */
    record Reached(Paper paper, int daysBefore) {}

    /** Notes each mark a paper has reached, once, and answers the last of those that were reached now. */
    Flux<Reached> reach(LocalDate today) {
        return database.sql("""
                with reached as (
                    insert into dossier.reminders (paper_id, days_before, sent_at)
                    select p.id, m.days, :now
                      from dossier.papers p
                     cross join unnest(array[180, 90, 30, 0]) as m (days)
                     where p.removed_at is null
                       and p.valid_to between :today - 40 and :today + 180
                       and (m.days = 0 and p.valid_to < :today
                            or m.days > 0 and p.valid_to - :today between 0 and m.days)
                    on conflict do nothing
                    returning paper_id, days_before)
                select p.*, min(r.days_before) as days_before
                  from reached r
                  join dossier.papers p on p.id = r.paper_id
                 group by p.id
                 order by p.id
                """)
                .bind("today", today)
                .bind("now", clock.instant())
                .map(row -> new Reached(paper(row), Rows.get(row, "days_before", Integer.class)))
                .all();
    }

    private static Paper paper(Readable row) {
        return new Paper(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                Paper.Kind.valueOf(Rows.get(row, "kind", String.class)),
                Rows.get(row, "title", String.class),
                Rows.get(row, "document_id", UUID.class),
                row.get("valid_to", LocalDate.class),
                Rows.get(row, "added_at", Instant.class));
    }
}
