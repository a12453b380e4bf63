package vn.ocop.marketplace.payment.payout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.LedgerEvidence;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on withheld tax and its declarations. */
@Repository
class TaxRepository implements LedgerEvidence {

    private static final String NET = """
            coalesce(sum(case e.kind when 'WITHHELD' then e.base else -e.base end), 0)::bigint as base,
            coalesce(sum(case e.kind when 'WITHHELD' then e.vat else -e.vat end), 0)::bigint as vat,
            coalesce(sum(case e.kind when 'WITHHELD' then e.pit else -e.pit end), 0)::bigint as pit
            """;

    private final DatabaseClient database;

    TaxRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(String kind, String cause, List<Withholding.Withheld> parts, Instant now) {
        return database.sql("""
                insert into payout.tax_entries (part_id, shop_id, kind, cause, base, vat, pit, at)
                select p.part_id, p.shop_id, :kind, :cause, p.base, p.vat, p.pit, :now
                  from unnest(:parts::uuid[], :shops::uuid[], :bases::bigint[], :vats::bigint[], :pits::bigint[])
                       as p (part_id, shop_id, base, vat, pit)
                on conflict (part_id, kind, cause) do nothing
                """)
                .bind("kind", kind)
                .bind("cause", cause)
                .bind("now", now)
                .bind("parts", parts.stream().map(Withholding.Withheld::part).toArray(UUID[]::new))
                .bind("shops", parts.stream().map(Withholding.Withheld::shop).toArray(UUID[]::new))
                .bind("bases", parts.stream().map(part -> part.base().dong()).toArray(Long[]::new))
                .bind("vats", parts.stream().map(part -> part.vat().dong()).toArray(Long[]::new))
                .bind("pits", parts.stream().map(part -> part.pit().dong()).toArray(Long[]::new))
                .then();
    }

    /** Takes everything not yet declared up to the end of the month; empty when the month was declared before. */
    Mono<TaxDeclaration> declare(YearMonth month, Instant end, UUID by, Instant now) {
        return database.sql("""
                with taken as (
                    select kind, base, vat, pit
                      from payout.tax_entries
                     where declaration is null
                       and at < :end)
                insert into payout.tax_declarations (month, base, vat, pit, declared_by, declared_at)
                select :month, base, vat, pit, :by, :now
                  from (select\s""" + NET + """
                          from taken e) as net
                on conflict (month) do nothing
                returning month, base, vat, pit, declared_at, paid_at
                """)
                .bind("month", month.atDay(1))
                .bind("end", end)
                .bind("by", by)
                .bind("now", now)
                .map(TaxRepository::declaration)
                .one();
    }

    Mono<Long> markDeclared(YearMonth month, Instant end) {
        return database.sql("""
                update payout.tax_entries
                   set declaration = :month
                 where declaration is null
                   and at < :end
                """)
                .bind("month", month.atDay(1))
                .bind("end", end)
                .fetch()
                .rowsUpdated();
    }

    /** Nobody notes or declares tax until this transaction ends. */
    Mono<Void> lockEntries() {
        return database.sql("lock table payout.tax_entries in share row exclusive mode")
                .then();
    }

    /** Empty when there is no such declaration, or it is paid. */
    Mono<TaxDeclaration> pay(YearMonth month, UUID by, Instant now) {
        return database.sql("""
                update payout.tax_declarations
                   set paid_by = :by, paid_at = :now
                 where month = :month
                   and paid_at is null
                returning month, base, vat, pit, declared_at, paid_at
                """)
                .bind("month", month.atDay(1))
                .bind("by", by)
                .bind("now", now)
                .map(TaxRepository::declaration)
                .one();
    }

    Flux<TaxDeclaration> declared() {
        return database.sql("""
                select month, base, vat, pit, declared_at, paid_at
                  from payout.tax_declarations
                 order by month desc
                 limit 60
                """).map(TaxRepository::declaration).all();
    }

    /** What has been withheld since the last declaration. */
    Mono<TaxDeclaration> open(YearMonth month) {
        return database.sql("select " + NET + " from payout.tax_entries e where declaration is null")
                .map(row -> new TaxDeclaration(month, vnd(row, "base"), vnd(row, "vat"), vnd(row, "pit"), null, null))
                .one();
    }

    Flux<TaxDeclaration.SellerShare> shares(YearMonth month) {
        return database.sql("select shop_id, " + NET + """
                  from payout.tax_entries e
                 where declaration = :month
                 group by shop_id
                 order by shop_id
                """)
                .bind("month", month.atDay(1))
                .map(row -> new TaxDeclaration.SellerShare(
                        Rows.get(row, "shop_id", UUID.class), vnd(row, "base"), vnd(row, "vat"), vnd(row, "pit")))
                .all();
    }

    /** The list behind a declaration, by name. */
    Flux<TaxPapers.Line> lines(YearMonth month) {
        return database.sql("select s.id as shop_id, s.name, s.tax_code, " + NET + """
                  from payout.tax_entries e
                  join shop.published_taxpayers s on s.id = e.shop_id
                 where e.declaration = :month
                 group by s.id, s.name, s.tax_code
                 order by s.name, s.id
                """)
                .bind("month", month.atDay(1))
                .map(row -> new TaxPapers.Line(seller(row), vnd(row, "base"), vnd(row, "vat"), vnd(row, "pit")))
                .all();
    }

    Mono<TaxPapers.Taxpayer> taxpayer(UUID shop) {
        return database.sql("select id as shop_id, name, tax_code from shop.published_taxpayers where id = :shop")
                .bind("shop", shop)
                .map(TaxRepository::seller)
                .one();
    }

    private static TaxPapers.Taxpayer seller(Readable row) {
        return new TaxPapers.Taxpayer(
                Rows.get(row, "shop_id", UUID.class),
                Rows.get(row, "name", String.class),
                row.get("tax_code", String.class));
    }

    /** By the month they were declared in; what is not declared comes last and belongs to the current year. */
    Flux<TaxPapers.MonthOfSeller> months(UUID shop, Year year) {
        return database.sql("select e.declaration, d.paid_at, " + NET + """
                  from payout.tax_entries e
                  left join payout.tax_declarations d on d.month = e.declaration
                 where e.shop_id = :shop
                   and (e.declaration >= :first and e.declaration <= :last
                        or e.declaration is null and e.at >= :from and e.at < :before)
                 group by e.declaration, d.paid_at
                 order by e.declaration nulls last
                """)
                .bind("shop", shop)
                .bind("first", year.atDay(1))
                .bind("last", year.atMonth(12).atDay(1))
                .bind("from", start(year))
                .bind("before", start(year.plusYears(1)))
                .map(TaxRepository::month)
                .all();
    }

    private static Instant start(Year year) {
        return year.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static TaxPapers.MonthOfSeller month(Readable row) {
        var month = row.get("declaration", LocalDate.class);
        var status = row.get("paid_at", Instant.class) != null
                ? TaxDeclaration.Status.PAID
                : month == null ? TaxDeclaration.Status.WITHHELD : TaxDeclaration.Status.DECLARED;
        return new TaxPapers.MonthOfSeller(
                month == null ? null : YearMonth.from(month),
                status,
                vnd(row, "base"),
                vnd(row, "vat"),
                vnd(row, "pit"));
    }

    /** Tax that is not paid yet, by the entries and by the books. */
    @Override
    public Flux<Finding> compare() {
        return database.sql("""
                select (select coalesce(sum(case e.kind when 'WITHHELD' then e.vat + e.pit else -e.vat - e.pit end), 0)
                          from payout.tax_entries e
                          left join payout.tax_declarations d on d.month = e.declaration
                         where d.paid_at is null)::bigint as expected,
                       (select coalesce(sum(credits - debits), 0)
                          from ledger.published_balances
                         where account = 'TAX_WITHHELD')::bigint as found
                """)
                .map(row -> new Finding("taxes:TAX_WITHHELD", vnd(row, "expected"), vnd(row, "found")))
                .all();
    }

    private static TaxDeclaration declaration(Readable row) {
        return new TaxDeclaration(
                YearMonth.from(Rows.get(row, "month", LocalDate.class)),
                vnd(row, "base"),
                vnd(row, "vat"),
                vnd(row, "pit"),
                row.get("declared_at", Instant.class),
                row.get("paid_at", Instant.class));
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }
}
