package vn.ocop.marketplace.payment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on transfers. */
@Repository
class TransferRepository {

    private static final String SELECT = """
            select t.id, t.bank_ref, t.amount, t.memo, t.booked_at, t.received_at, t.source, t.status, t.finding,
                   p.payable_code
              from payment.transfers t
              left join payment.payments p on p.id = t.payment_id
            """;

    private final DatabaseClient database;

    TransferRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those that were not known before. */
    Flux<UUID> add(Collection<IncomingTransfer> transfers, Transfer.Source source, Instant now) {
        var list = List.copyOf(transfers);
        return database.sql("""
                insert into payment.transfers (bank_ref, account, amount, memo, booked_at, source, received_at, status)
                select t.ref, t.account, t.amount, t.memo, t.booked_at, :source, :now, 'NEW'
                  from unnest(:refs::text[], :accounts::text[], :amounts::bigint[], :memos::text[],
                              :bookedAts::timestamptz[]) as t (ref, account, amount, memo, booked_at)
                on conflict (bank_ref) do nothing
                returning id
                """)
                .bind("source", source.name())
                .bind("now", now)
                .bind("refs", list.stream().map(IncomingTransfer::bankRef).toArray(String[]::new))
                .bind("accounts", list.stream().map(IncomingTransfer::account).toArray(String[]::new))
                .bind("amounts", list.stream().map(t -> t.amount().dong()).toArray(Long[]::new))
                .bind("memos", list.stream().map(IncomingTransfer::memo).toArray(String[]::new))
                .bind(
                        "bookedAts",
                        list.stream().map(t -> t.bookedAt().toString()).toArray(String[]::new))
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    /** Locks it: whoever decides on it decides alone. */
    Mono<Transfer> lock(UUID id) {
        return database.sql(SELECT + " where t.id = :id for update of t")
                .bind("id", id)
                .map(TransferRepository::transfer)
                .one();
    }

    /** The payments by transfer to the platform that one of the references names. */
    Flux<UUID> paymentsNamed(Collection<String> references) {
        return references.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        select id
                          from payment.payments
                         where method = 'BANK_TRANSFER'
                           and settlement = 'COLLECTED'
                           and replace(payable_code, '-', '') = any(:references)
                         limit 2
                        """)
                        .bind("references", references.toArray(String[]::new))
                        .map(row -> Rows.get(row, "id", UUID.class))
                        .all();
    }

    Mono<Vnd> held(UUID payment) {
        return database.sql("""
                select coalesce(sum(amount), 0)::bigint as amount
                  from payment.transfers
                 where payment_id = :payment
                   and status = 'HELD'
                """)
                .bind("payment", payment)
                .map(row -> Vnd.of(Rows.get(row, "amount", Long.class)))
                .one();
    }

    /** Settles what was held for a payment; answers what that was. */
    Flux<Transfer> takeHeld(UUID payment, Transfer.Finding finding, Instant now) {
        return database.sql("""
                with taken as (
                    update payment.transfers
                       set status = 'MATCHED', finding = :finding, decided_at = :now
                     where payment_id = :payment
                       and status = 'HELD'
                    returning *)
                select t.id, t.bank_ref, t.amount, t.memo, t.booked_at, t.received_at, t.source, t.status, t.finding,
                       null::text as payable_code
                  from taken t
                 order by t.id
                """)
                .bind("payment", payment)
                .bind("finding", finding.name())
                .bind("now", now)
                .map(TransferRepository::transfer)
                .all();
    }

    Mono<Void> decide(UUID id, Verdict verdict, Instant now) {
        return database.sql("""
                update payment.transfers
                   set status = :status, finding = :finding, payment_id = :payment, decided_by = :by, decided_at = :now
                 where id = :id
                """)
                .bind("id", id)
                .bind("status", verdict.status().name())
                .bind("finding", verdict.finding().name())
                .bind("now", now)
                .bind("payment", orNull(verdict.payment(), UUID.class))
                .bind("by", orNull(verdict.by(), UUID.class))
                .then();
    }

    /** What a transfer was found to be, and by whom if by a person. */
    record Verdict(
            Transfer.Status status,
            Transfer.Finding finding,
            @Nullable UUID payment,
            @Nullable UUID by) {}

    Mono<Void> returned(UUID id, String returnRef, UUID by, Instant now) {
        return database.sql("""
                update payment.transfers
                   set status = 'RETURNED', return_ref = :ref, decided_by = :by, decided_at = :now
                 where id = :id
                """)
                .bind("id", id)
                .bind("ref", returnRef)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    Flux<Transfer> list(Transfer.@Nullable Status status, @Nullable Cursor after, int limit) {
        return database.sql(SELECT + """
                 where (:status::text is null or t.status = :status)
                   and (:at::timestamptz is null or (t.received_at, t.id) < (:at, :id))
                 order by t.received_at desc, t.id desc
                 limit :limit
                """)
                .bind("limit", limit)
                .bind("status", orNull(status, Enum::name, String.class))
                .bind("at", orNull(after, Cursor::at, Instant.class))
                .bind("id", orNull(after, Cursor::id, UUID.class))
                .map(TransferRepository::transfer)
                .all();
    }

    private static Transfer transfer(Readable row) {
        var finding = row.get("finding", String.class);
        return new Transfer(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "bank_ref", String.class),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                Rows.get(row, "memo", String.class),
                Rows.get(row, "booked_at", Instant.class),
                Rows.get(row, "received_at", Instant.class),
                Transfer.Source.valueOf(Rows.get(row, "source", String.class)),
                Transfer.Status.valueOf(Rows.get(row, "status", String.class)),
                finding == null ? null : Transfer.Finding.valueOf(finding),
                row.get("payable_code", String.class));
    }
}
