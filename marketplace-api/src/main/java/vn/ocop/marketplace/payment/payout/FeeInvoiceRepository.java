package vn.ocop.marketplace.payment.payout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on invoices of the platform's fee. */
@Repository
class FeeInvoiceRepository {

    private static final String COLUMNS =
            "id, shop_id, month, year, number, shop_name, tax_code, bookings, fee, vat, issued_at";

    private final DatabaseClient database;

    FeeInvoiceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The first month that is over and has no invoices yet; empty when none has. */
    Mono<YearMonth> firstOpen(Instant before) {
        return database.sql("""
                select coalesce((select (max(month) + interval '1 month')::date from payout.fee_months),
                                (select date_trunc('month', min(at) at time zone 'Asia/Ho_Chi_Minh')::date
                                   from ledger.published_postings
                                  where credit_account = 'COMMISSION'
                                    and credit_party = '')) as month
                """)
                .map(row -> Optional.ofNullable(row.get("month", LocalDate.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(YearMonth::from)
                .filter(month -> end(month).isBefore(before));
    }

    static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    /** Answers false when somebody else has made the month's. */
    Mono<Boolean> claim(YearMonth month, Instant now) {
        return database.sql(
                        "insert into payout.fee_months (month, made_at) values (:month, :now) on conflict do nothing")
                .bind("month", month.atDay(1))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** All of a month, numbered in the order of the shops; from what the books say each shop was charged. */
    Mono<Long> make(YearMonth month, Instant now) {
        return database.sql("""
                with moved as (
                    select case when credit_account in ('COMMISSION', 'COMMISSION_VAT')
                                then debit_party else credit_party end as shop,
                           case when credit_account in ('COMMISSION', 'COMMISSION_VAT')
                                then credit_account else debit_account end as account,
                           case when credit_account in ('COMMISSION', 'COMMISSION_VAT')
                                then amount else -amount end as amount,
                           transaction_id
                      from ledger.published_postings
                     where at >= :start
                       and at < :end
                       and (credit_account in ('COMMISSION', 'COMMISSION_VAT') and debit_account = 'SHOP_PAYABLE'
                            or debit_account in ('COMMISSION', 'COMMISSION_VAT') and credit_account = 'SHOP_PAYABLE')),
                charged as (
                    select shop::uuid as shop_id, count(distinct transaction_id)::int as bookings,
                           coalesce(sum(amount) filter (where account = 'COMMISSION'), 0)::bigint as fee,
                           coalesce(sum(amount) filter (where account = 'COMMISSION_VAT'), 0)::bigint as vat
                      from moved
                     group by shop)
                insert into payout.fee_invoices (shop_id, month, year, number, shop_name, tax_code, bookings, fee, vat,
                                                 issued_at)
                select c.shop_id, :month, :year,
                       (select coalesce(max(number), 0) from payout.fee_invoices where year = :year)
                       + row_number() over (order by c.shop_id),
                       s.name, s.tax_code, c.bookings, c.fee, c.vat, :now
                  from charged c
                  join shop.published_taxpayers s on s.id = c.shop_id
                 where c.fee <> 0
                    or c.vat <> 0
                """)
                .bind("start", start(month))
                .bind("end", end(month))
                .bind("month", month.atDay(1))
                .bind("year", month.getYear())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Flux<FeeInvoice> ofShop(UUID shop) {
        return database.sql("select " + COLUMNS
                        + " from payout.fee_invoices where shop_id = :shop order by month desc limit 60")
                .bind("shop", shop)
                .map(FeeInvoiceRepository::read)
                .all();
    }

    Mono<FeeInvoice> find(UUID shop, UUID id) {
        return database.sql("select " + COLUMNS + " from payout.fee_invoices where id = :id and shop_id = :shop")
                .bind("id", id)
                .bind("shop", shop)
                .map(FeeInvoiceRepository::read)
                .one();
    }

    Flux<FeeInvoice> ofMonth(YearMonth month) {
        return database.sql("select " + COLUMNS + " from payout.fee_invoices where month = :month order by number")
                .bind("month", month.atDay(1))
                .map(FeeInvoiceRepository::read)
                .all();
    }

    /** Empty when a payment with this number is known. */
    Mono<UUID> addPayment(UUID shop, Vnd amount, String bankRef, UUID by, Instant now) {
        return database.sql("""
                insert into payout.fee_payments (shop_id, amount, bank_ref, noted_by, noted_at)
                values (:shop, :amount, :ref, :by, :now)
                on conflict (bank_ref) do nothing
                returning id
                """)
                .bind("shop", shop)
                .bind("amount", amount.dong())
                .bind("ref", bankRef)
                .bind("by", by)
                .bind("now", now)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    /** Whether the payment of this number is this one. */
    Mono<Boolean> isPayment(UUID shop, Vnd amount, String bankRef) {
        return database.sql("""
                select exists (select
                                 from payout.fee_payments
                                where bank_ref = :ref
                                  and shop_id = :shop
                                  and amount = :amount) as same
                """)
                .bind("ref", bankRef)
                .bind("shop", shop)
                .bind("amount", amount.dong())
                .map(row -> Rows.get(row, "same", Boolean.class))
                .one();
    }

    private static FeeInvoice read(Readable row) {
        return new FeeInvoice(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                YearMonth.from(Rows.get(row, "month", LocalDate.class)),
                Rows.get(row, "year", Integer.class),
                Rows.get(row, "number", Integer.class),
                Rows.get(row, "shop_name", String.class),
                row.get("tax_code", String.class),
                Rows.get(row, "bookings", Integer.class),
                Vnd.of(Rows.get(row, "fee", Long.class)),
                Vnd.of(Rows.get(row, "vat", Long.class)),
                Rows.get(row, "issued_at", Instant.class));
    }
}
