package vn.ocop.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on certificates. */
@Repository
class CertificateRepository implements CertificateDirectory {

    private static final String SELECT = """
            select c.id, c.shop_id, c.product_name, c.number, c.stars, c.decision_no, c.decision_date, c.issuer,
                   c.issuing_level, c.valid_to, c.status, c.extended_to, c.revoked_on, c.refusal, c.revoke_reason,
                   c.version, coalesce(c.submitted_at, timestamptz '2018-05-07 00:00:00+07') as submitted_at
              from catalog.certificates c
            """;

    private final DatabaseClient database;
    private final Clock clock;

    CertificateRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A certificate in a queue, with when it was submitted. */
    record Waiting(Certificate certificate, Instant submittedAt) {}

    @Override
    public Mono<Boolean> belongs(UUID certificate, UUID shop) {
        return database.sql("select 1 as found from catalog.certificates where id = :id and shop_id = :shop")
                .bind("id", certificate)
                .bind("shop", shop)
                .fetch()
                .one()
                .hasElement();
    }

    /** Of several with the same number the newest counts. */
    @Override
    public Mono<Map<String, UUID>> byNumber(UUID shop, Collection<String> numbers) {
        return numbers.isEmpty()
                ? Mono.just(Map.of())
                : carrying(shop, numbers)
                        .collectMap(certificate -> certificate.claim().number(), Certificate::id);
    }

    Flux<Certificate> carrying(UUID shop, Collection<String> numbers) {
        return database.sql(SELECT + " where shop_id = :shop and number = any(:numbers) order by id")
                .bind("shop", shop)
                .bind("numbers", numbers.toArray(String[]::new))
                .map(CertificateRepository::certificate)
                .all();
    }

    Mono<Certificate> find(UUID id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id)
                .map(CertificateRepository::certificate)
                .one();
    }

    Flux<Certificate> ofShop(UUID shop, int limit) {
        return database.sql(SELECT + " where shop_id = :shop order by valid_to desc, id limit :limit")
                .bind("shop", shop)
                .bind("limit", limit)
                .map(CertificateRepository::certificate)
                .all();
    }

    /** Who has waited longest comes first. */
    Flux<Waiting> inProvince(String province, Certificate.Status status, @Nullable Cursor after, int rows) {
        return database.sql(SELECT + """
                  join shop.published_shops s on s.id = c.shop_id
                 where s.province_code = :province
                   and c.status = :status
                   and (:at::timestamptz is null
                        or (coalesce(c.submitted_at, timestamptz '2018-05-07 00:00:00+07'), c.id) > (:at, :after::uuid))
                 order by coalesce(c.submitted_at, timestamptz '2018-05-07 00:00:00+07'), c.id
                 limit :rows
                """)
                .bind("province", province)
                .bind("status", status.name())
                .bind("at", Parameter.fromOrEmpty(after == null ? null : after.at(), Instant.class))
                .bind("after", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("rows", rows)
                .map(row -> new Waiting(certificate(row), Rows.get(row, "submitted_at", Instant.class)))
                .all();
    }

    /** Others that carry the same number and have been verified: perhaps somebody claims what is not theirs. */
    Flux<Certificate> sameNumber(Certificate certificate) {
        return database.sql(SELECT + """
                 where number = :number
                   and status = 'VERIFIED'
                   and shop_id <> :shop
                 limit 5
                """)
                .bind("number", certificate.claim().number())
                .bind("shop", certificate.shopId())
                .map(CertificateRepository::certificate)
                .all();
    }

    Mono<Certificate> insert(UUID shop, Certificate.Claim claim) {
        return claim(database.sql("""
                insert into catalog.certificates (shop_id, product_name, number, stars, decision_no,
                                                  decision_date, issuer, issuing_level, valid_from, valid_to, status,
                                                  submitted_at, updated_at)
                values (:shop, :product, :number, :stars, :decisionNo, :decisionDate, :issuer, :level,
                        :decisionDate, :validTo, 'SUBMITTED', :now, :now)
                returning *
                """), claim)
                .bind("shop", shop)
                .map(CertificateRepository::certificate)
                .one();
    }

    /** Empty if it has moved on. What was refused waits again. */
    Mono<Certificate> update(Certificate before, Certificate.Claim claim) {
        return claim(database.sql("""
                update catalog.certificates
                   set product_name = :product, number = :number, stars = :stars, decision_no = :decisionNo,
                       decision_date = :decisionDate, issuer = :issuer, issuing_level = :level,
                       valid_from = :decisionDate, valid_to = :validTo, status = 'SUBMITTED', refusal = null,
                       submitted_at = :now, updated_at = :now, version = version + 1
                 where id = :id
                   and version = :version
                returning *
                """), claim)
                .bind("id", before.id())
                .bind("version", before.version())
                .map(CertificateRepository::certificate)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec claim(
            DatabaseClient.GenericExecuteSpec statement, Certificate.Claim claim) {
        return statement
                .bind("product", claim.productName())
                .bind("number", claim.number())
                .bind("stars", claim.stars())
                .bind("decisionNo", claim.decisionNo())
                .bind("decisionDate", claim.decisionDate())
                .bind("issuer", claim.issuer())
                .bind("level", claim.level().name())
                .bind("validTo", claim.validTo())
                .bind("now", clock.instant());
    }

    /** Writes what an officer decided; empty if the certificate has moved on. */
    Mono<Certificate> decide(Certificate after) {
        return database.sql("""
                update catalog.certificates
                   set status = :status, extended_to = :extendedTo, revoked_on = :revokedOn, refusal = :refusal,
                       revoke_reason = :revokeReason, updated_at = :now, version = version + 1
                 where id = :id
                   and version = :version
                returning *
                """)
                .bind("status", after.status().name())
                .bind("extendedTo", Parameter.fromOrEmpty(after.extendedTo(), LocalDate.class))
                .bind("revokedOn", Parameter.fromOrEmpty(after.revokedOn(), LocalDate.class))
                .bind("refusal", Parameter.fromOrEmpty(after.refusal(), String.class))
                .bind("revokeReason", Parameter.fromOrEmpty(after.revokeReason(), String.class))
                .bind("now", clock.instant())
                .bind("id", after.id())
                .bind("version", after.version())
                .map(CertificateRepository::certificate)
                .one();
    }

    Mono<Void> remember(UUID certificate, UUID actor, String kind, String reason) {
        return database.sql("""
                insert into catalog.certificate_decisions (certificate_id, at, actor_id, kind, reason)
                values (:certificate, :now, :actor, :kind, :reason)
                """)
                .bind("certificate", certificate)
                .bind("now", clock.instant())
                .bind("actor", actor)
                .bind("kind", kind)
                .bind("reason", reason)
                .then();
    }

    /** Notes each mark a certificate has reached, once; 0 is the day after its last. Answers what was reached now. */
    Flux<CertificateMark> reach(LocalDate today) {
        return database.sql("""
                insert into catalog.certificate_reminders (certificate_id, days_before, ends_on, sent_at)
                select c.id, m.days, coalesce(c.extended_to, c.valid_to), :now
                  from catalog.certificates c
                 cross join unnest(array[180, 90, 30, 0]) as m (days)
                 where c.status = 'VERIFIED'
                   and c.revoked_on is null
                   and coalesce(c.extended_to, c.valid_to) between :today - 40 and :today + 180
                   and (m.days = 0 and coalesce(c.extended_to, c.valid_to) < :today
                        or m.days > 0 and coalesce(c.extended_to, c.valid_to) - :today between 0 and m.days)
                on conflict do nothing
                returning certificate_id, days_before
                """)
                .bind("today", today)
                .bind("now", clock.instant())
                .map(row -> new CertificateMark(
                        Rows.get(row, "certificate_id", UUID.class), Rows.get(row, "days_before", Integer.class)))
                .all();
    }

    private static Certificate certificate(Readable row) {
        var claim = new Certificate.Claim(
                text(row, "product_name"),
                text(row, "number"),
                Rows.get(row, "stars", Short.class),
                text(row, "decision_no"),
                Rows.get(row, "decision_date", LocalDate.class),
                text(row, "issuer"),
                Certificate.Level.valueOf(text(row, "issuing_level")),
                Rows.get(row, "valid_to", LocalDate.class));
        return new Certificate(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                claim,
                Certificate.Status.valueOf(text(row, "status")),
                row.get("extended_to", LocalDate.class),
                row.get("revoked_on", LocalDate.class),
                row.get("refusal", String.class),
                row.get("revoke_reason", String.class),
                Rows.get(row, "version", Long.class));
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
