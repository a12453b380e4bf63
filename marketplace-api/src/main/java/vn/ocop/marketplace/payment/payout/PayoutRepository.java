package vn.ocop.marketplace.payment.payout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.LedgerEvidence;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on payouts. */
@Repository
class PayoutRepository implements LedgerEvidence {

    private static final String BATCH = """
            select b.*, (select count(*) from payout.payouts p where p.batch_id = b.id)::int as payouts,
                   (select coalesce(sum(amount), 0) from payout.payouts p where p.batch_id = b.id)::bigint as total,
                   (select coalesce(sum(amount), 0)
                      from payout.payouts p where p.batch_id = b.id and p.status = 'PAID')::bigint as paid
              from payout.batches b
            """;

    private static final String PAYOUT = """
            select id, batch_id, shop_id, code, amount, bank_bin, account, status, bank_ref, failure, decided_at, channel,
                   destination
              from payout.payouts
            """;

    private final DatabaseClient database;
    private final Accounts accounts;

    PayoutRepository(DatabaseClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * Makes the day's batch in one statement: each earning goes into one payout, and the payout is the sum of just
     * those. Answers how many payouts were made.
     */
    Mono<Integer> sweep(LocalDate day, Instant cutoff, Instant now) {
        return database.sql("""
                with batch as (
                    insert into payout.batches (day, status, made_at)
                    values (:day, 'DRAFT', :now)
                    on conflict (day) do nothing
                    returning id),
                open as (
                    select e.id, e.shop_id, e.amount
                      from payout.earnings e
                     where e.payout_id is null
                       and e.at < :cutoff
                       and exists (select from batch)
                     order by e.id
                       for update),
                due as (
                    select o.shop_id, sum(o.amount)::bigint as amount, a.bank_bin, a.account, c.account as connected,
                           k.office_code, k.recipient, row_number() over (order by o.shop_id) as number
                      from open o
                      join shop.published_shops s on s.id = o.shop_id
                      left join payout.accounts a on a.shop_id = o.shop_id and a.usable_from <= :now
                      left join payout.connected_accounts c on c.shop_id = o.shop_id
                      left join payout.cash_points k
                             on k.shop_id = o.shop_id and k.usable_from <= :now and k.left_at is null
                     cross join lateral (
                           select r.weekday, r.minimum
                             from payout.schedules r
                            where (r.legal_kind is null or r.legal_kind = s.legal_kind)
                              and r.valid_from <= :day
                              and (r.valid_to is null or r.valid_to >= :day)
                            order by r.legal_kind nulls last, r.valid_from desc
                            limit 1) r
                     where (a.shop_id is not null or k.shop_id is not null)
                       and (r.weekday is null or r.weekday = extract(isodow from :day::date))
                       and not exists (select from payout.holds h where h.shop_id = o.shop_id and h.lifted_at is null)
                     group by o.shop_id, a.bank_bin, a.account, c.account, k.office_code, k.recipient, r.minimum
                    having sum(o.amount) >= r.minimum),
                made as (
                    insert into payout.payouts (batch_id, shop_id, code, amount, bank_bin, account, status, channel,
                                                destination, recipient)
                    select b.id, d.shop_id, 'CT' || to_char(:day::date, 'YYMMDD') || lpad(d.number::text, 5, '0'),
                           d.amount, case when d.office_code is null then d.bank_bin end,
                           case when d.office_code is null then d.account end, 'DUE',
                           case when d.office_code is not null then 'CASH'
                                when d.connected is not null then 'CONNECTED' else 'BANK' end,
                           coalesce(d.office_code, d.connected), d.recipient
                      from due d, batch b
                    returning id, shop_id),
                taken as (
                    update payout.earnings e
                       set payout_id = m.id
                      from made m
                      join open o on o.shop_id = m.shop_id
                     where e.id = o.id)
                select count(*)::int as made from made
                """)
                .bind("day", day)
                .bind("cutoff", cutoff)
                .bind("now", now)
                .map(row -> Rows.get(row, "made", Integer.class))
                .one()
                .delayUntil(made -> closeEmpty(day, now));
    }

    private Mono<Void> closeEmpty(LocalDate day, Instant now) {
        return database.sql("""
                update payout.batches b
                   set status = 'CLOSED', closed_at = :now
                 where day = :day
                   and status = 'DRAFT'
                   and not exists (select from payout.payouts p where p.batch_id = b.id)
                """).bind("day", day).bind("now", now).then();
    }

    Flux<PayoutBatch> batches() {
        return database.sql(BATCH + " order by b.day desc limit 60")
                .map(PayoutRepository::read)
                .all();
    }

    Mono<PayoutBatch> batch(UUID id) {
        return database.sql(BATCH + " where b.id = :id")
                .bind("id", id)
                .map(PayoutRepository::read)
                .one();
    }

    /** Locks it: whoever decides on it decides alone. */
    Mono<PayoutBatch> lockBatch(UUID id) {
        return database.sql("select id from payout.batches where id = :id for update")
                .bind("id", id)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .flatMap(this::batch);
    }

    Mono<Void> submitted(UUID id, UUID by, Instant now) {
        return decided("status = 'SUBMITTED', submitted_by = :by, submitted_at = :now", id, by, now);
    }

    Mono<Void> approved(UUID id, UUID by, Instant now) {
        return decided("status = 'APPROVED', approved_by = :by, approved_at = :now", id, by, now);
    }

    private Mono<Void> decided(String what, UUID id, UUID by, Instant now) {
        return database.sql("update payout.batches set " + what + " where id = :id")
                .bind("id", id)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    Flux<Payout> ofBatch(UUID batch) {
        return database.sql(PAYOUT + " where batch_id = :batch order by code")
                .bind("batch", batch)
                .map(this::payout)
                .all();
    }

    Flux<Payout> ofShop(UUID shop, int limit) {
        return database.sql(PAYOUT + " where shop_id = :shop order by id desc limit :limit")
                .bind("shop", shop)
                .bind("limit", limit)
                .map(this::payout)
                .all();
    }

    Mono<Payout> lock(UUID id) {
        return database.sql(PAYOUT + " where id = :id for update")
                .bind("id", id)
                .map(this::payout)
                .one();
    }

    /** What of a batch the card's provider pays. */
    Flux<UUID> connectedOf(UUID batch) {
        return database.sql("select id from payout.payouts where batch_id = :batch and channel = 'CONNECTED'")
                .bind("batch", batch)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    /** Empty when it was settled before. */
    Mono<ConnectedTransfers.Transfer> transfer(UUID id) {
        return database.sql("""
                select id, code, amount, destination
                  from payout.payouts
                 where id = :id
                   and channel = 'CONNECTED'
                   and status = 'DUE'
                """)
                .bind("id", id)
                .map(row -> new ConnectedTransfers.Transfer(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "code", String.class),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        Rows.get(row, "destination", String.class)))
                .one();
    }

    Mono<Void> paid(UUID id, String bankRef, UUID by, Instant now) {
        return database.sql("""
                update payout.payouts
                   set status = 'PAID', bank_ref = :ref, decided_by = :by, decided_at = :now
                 where id = :id
                """)
                .bind("id", id)
                .bind("ref", bankRef)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    /** What it was made of waits for another payout. */
    Mono<Void> failed(UUID id, String why, UUID by, Instant now) {
        return database.sql("""
                with failed as (
                    update payout.payouts
                       set status = 'FAILED', failure = :why, decided_by = :by, decided_at = :now
                     where id = :id
                    returning id)
                update payout.earnings set payout_id = null where payout_id in (select id from failed)
                """)
                .bind("id", id)
                .bind("why", why)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    /** Once every payout of it was paid or failed. */
    Mono<Void> closeDone(UUID batch, Instant now) {
        return database.sql("""
                update payout.batches
                   set status = 'CLOSED', closed_at = :now
                 where id = :id
                   and not exists (select from payout.payouts where batch_id = :id and status = 'DUE')
                """).bind("id", batch).bind("now", now).then();
    }

    Mono<Void> hold(UUID shop, String reason, UUID by, Instant now) {
        return database.sql("""
                insert into payout.holds (shop_id, reason, placed_by, placed_at)
                values (:shop, :reason, :by, :now)
                on conflict (shop_id) where lifted_at is null do nothing
                """)
                .bind("shop", shop)
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    Mono<Void> lift(UUID shop, UUID by, Instant now) {
        return database.sql("""
                update payout.holds
                   set lifted_by = :by, lifted_at = :now
                 where shop_id = :shop
                   and lifted_at is null
                """)
                .bind("shop", shop)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    /** What sellers are owed, by what they sold and were paid, and by the books. */
    @Override
    public Flux<Finding> compare() {
        return database.sql("""
                select ((select coalesce(sum(net), 0)
                           from payment.published_parts
                          where status = 'SOLD'
                            and released_at is null)
                        + (select coalesce(sum(e.amount), 0)
                             from payout.earnings e
                             left join payout.payouts p on p.id = e.payout_id
                            where p.status is distinct from 'PAID'))::bigint as expected,
                       (select coalesce(sum(credits - debits), 0)
                          from ledger.published_balances
                         where account = 'SHOP_PAYABLE')::bigint as found
                """)
                .map(row -> new Finding(
                        "payouts:SHOP_PAYABLE",
                        Vnd.of(Rows.get(row, "expected", Long.class)),
                        Vnd.of(Rows.get(row, "found", Long.class))))
                .all();
    }

    private static PayoutBatch read(Readable row) {
        return new PayoutBatch(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "day", LocalDate.class),
                PayoutBatch.Status.valueOf(Rows.get(row, "status", String.class)),
                Rows.get(row, "payouts", Integer.class),
                Vnd.of(Rows.get(row, "total", Long.class)),
                Vnd.of(Rows.get(row, "paid", Long.class)),
                Rows.get(row, "made_at", Instant.class),
                row.get("submitted_by", UUID.class),
                row.get("submitted_at", Instant.class),
                row.get("approved_by", UUID.class),
                row.get("approved_at", Instant.class));
    }

    private Payout payout(Readable row) {
        @Nullable String bankRef = row.get("bank_ref", String.class);
        var account = row.get("account", byte[].class);
        var channel = Payout.Channel.valueOf(Rows.get(row, "channel", String.class));
        return new Payout(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "batch_id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                Rows.get(row, "code", String.class),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                account == null ? null : accounts.open(account),
                channel,
                channel == Payout.Channel.CASH ? row.get("destination", String.class) : null,
                Payout.Status.valueOf(Rows.get(row, "status", String.class)),
                bankRef,
                row.get("failure", String.class),
                row.get("decided_at", Instant.class));
    }
}
