package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/**
 * What people and workplaces agreed to: by purpose, with the version of the text and the time. Nothing is overwritten.
 */
@Service
public class Consents {

    private final DatabaseClient database;
    private final Clock clock;

    Consents(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What one may agree to. */
    public enum Purpose {
        OPERATING_REGULATION,
        PRIVACY,
        SELLER_TERMS,
        MARKETING
    }

    /** A version of a text that holds from a day on. */
    public record Document(
            Purpose purpose,
            String version,
            LocalDate inForceFrom,
            String titleVi,
            String titleEn,
            String textVi,
            String textEn) {}

    /** One yes or no. */
    public record Consent(Purpose purpose, String version, boolean granted, Instant at) {}

    /** The versions in force today. */
    public Flux<Document> documents() {
        return database.sql("""
                select distinct on (purpose) *
                  from account.documents
                 where in_force_from <= :today
                 order by purpose, in_force_from desc, version desc
                """)
                .bind("today", LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE))
                .map(row -> new Document(
                        Purpose.valueOf(Rows.get(row, "purpose", String.class)),
                        Rows.get(row, "version", String.class),
                        Rows.get(row, "in_force_from", LocalDate.class),
                        Rows.get(row, "title_vi", String.class),
                        Rows.get(row, "title_en", String.class),
                        Rows.get(row, "text_vi", String.class),
                        Rows.get(row, "text_en", String.class)))
                .all();
    }

    /** The latest word of an owner on each purpose. */
    public Flux<Consent> of(Act.Owner owner) {
        return database.sql("""
                select distinct on (purpose) purpose, version, granted, at
                  from account.consents
                 where owner_kind = :kind
                   and owner_scope = :scope
                 order by purpose, id desc
                """)
                .bind("kind", owner.kind())
                .bind("scope", owner.scope())
                .map(row -> new Consent(
                        Purpose.valueOf(Rows.get(row, "purpose", String.class)),
                        Rows.get(row, "version", String.class),
                        Rows.get(row, "granted", Boolean.class),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }

    /** Whether an owner agreed to the version that is in force. */
    public Mono<Boolean> accepted(Act.Owner owner, Purpose purpose) {
        return documents()
                .filter(document -> document.purpose() == purpose)
                .next()
                .flatMap(document -> of(owner)
                        .any(consent -> consent.purpose() == purpose
                                && consent.granted()
                                && consent.version().equals(document.version())))
                .defaultIfEmpty(false);
    }

    /** Writes down a yes or a no to a version, given by the caller for themselves or for a workplace. */
    public Mono<Void> record(Caller caller, Act.Owner owner, Purpose purpose, String version, boolean granted) {
        return database.sql("""
                insert into account.consents (person_id, owner_kind, owner_scope, purpose, version, granted, at)
                select :person, :kind, :scope, purpose, version, :granted, :now
                  from account.documents
                 where purpose = :purpose
                   and version = :version
                """)
                .bind("person", caller.id())
                .bind("kind", owner.kind())
                .bind("scope", owner.scope())
                .bind("purpose", purpose.name())
                .bind("version", version)
                .bind("granted", granted)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(written -> written == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.NO_SUCH_DOCUMENT)))
                .then();
    }
}
