package vn.ocop.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on attempts. */
@Repository
class AttemptRepository {

    private static final String COLUMNS =
            "id, payment_id, kind, status, amount, provider_ref, intent_ref, redirect_url";

    private final DatabaseClient database;

    AttemptRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<PaymentAttempt> addCheckout(UUID paymentId, Vnd amount, Instant now) {
        return database.sql("""
                insert into payment.attempts (id, payment_id, kind, status, amount, created_at)
                values (uuidv7(), :payment, 'CHECKOUT', 'OPEN', :amount, :now)
                returning\s""" + COLUMNS)
                .bind("payment", paymentId)
                .bind("amount", amount.dong())
                .bind("now", now)
                .map(AttemptRepository::attempt)
                .one();
    }

    /** Empty when a refund for the same reason was already asked for. */
    Mono<PaymentAttempt> addRefund(UUID paymentId, Vnd amount, String intentRef, String reason, Instant now) {
        return database.sql("""
                insert into payment.attempts (id, payment_id, kind, status, amount, intent_ref, reason, created_at)
                values (uuidv7(), :payment, 'REFUND', 'OPEN', :amount, :intent, :reason, :now)
                on conflict (payment_id, reason) where kind = 'REFUND' do nothing
                returning\s""" + COLUMNS)
                .bind("payment", paymentId)
                .bind("amount", amount.dong())
                .bind("intent", intentRef)
                .bind("reason", reason)
                .bind("now", now)
                .map(AttemptRepository::attempt)
                .one();
    }

    Mono<PaymentAttempt> find(UUID id) {
        return database.sql("select " + COLUMNS + " from payment.attempts where id = :id")
                .bind("id", id)
                .map(AttemptRepository::attempt)
                .one();
    }

    /** Refunds that a person has to transfer, oldest first. */
    Flux<TransferDesk.DueRefund> openBankRefunds() {
        return database.sql("""
                select a.id, p.payable_code, a.amount, a.created_at
                  from payment.attempts a
                  join payment.payments p on p.id = a.payment_id
                 where a.kind = 'REFUND'
                   and a.status = 'OPEN'
                   and p.method = 'BANK_TRANSFER'
                 order by a.created_at
                 limit 200
                """)
                .map(row -> new TransferDesk.DueRefund(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "payable_code", String.class),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        Rows.get(row, "created_at", Instant.class)))
                .all();
    }

    /** Empty when there is no such refund, or it was transferred before. */
    Mono<PaymentAttempt> lockBankRefund(UUID id) {
        return database.sql("""
                select a.id, a.payment_id, a.kind, a.status, a.amount, a.provider_ref, a.intent_ref, a.redirect_url
                  from payment.attempts a
                  join payment.payments p on p.id = a.payment_id
                 where a.id = :id
                   and a.kind = 'REFUND'
                   and a.status = 'OPEN'
                   and p.method = 'BANK_TRANSFER'
                   for update of a
                """).bind("id", id).map(AttemptRepository::attempt).one();
    }

    Mono<PaymentAttempt> openCheckout(UUID paymentId) {
        return database.sql("select " + COLUMNS + """
                 from payment.attempts
                where payment_id = :payment
                  and kind = 'CHECKOUT'
                  and status = 'OPEN'
                order by id desc
                limit 1
                """)
                .bind("payment", paymentId)
                .map(AttemptRepository::attempt)
                .one();
    }

    /** Open checkouts nobody has looked at for a while; each is taken by one copy of the application at a time. */
    Flux<PaymentAttempt> takeUnchecked(Instant olderThan, Instant now, int limit) {
        return database.sql("""
                update payment.attempts
                   set checked_at = :now
                 where id in (
                       select id
                         from payment.attempts
                        where status = 'OPEN'
                          and kind = 'CHECKOUT'
                          and provider_ref is not null
                          and coalesce(checked_at, created_at) < :older
                        order by created_at
                        limit :limit
                          for update skip locked)
                returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("older", olderThan)
                .bind("limit", limit)
                .map(AttemptRepository::attempt)
                .all();
    }

    Mono<Void> opened(UUID id, CardSession session) {
        return database.sql("""
                update payment.attempts
                   set provider_ref = :ref, redirect_url = :url
                 where id = :id
                """)
                .bind("ref", session.ref())
                .bind("url", session.url())
                .bind("id", id)
                .then();
    }

    Mono<Void> finishCheckout(String providerRef, PaymentAttempt.Status status, String intentRef) {
        return database.sql("""
                update payment.attempts
                   set status = :status, intent_ref = nullif(:intent, '')
                 where provider_ref = :ref
                """)
                .bind("status", status.name())
                .bind("intent", intentRef)
                .bind("ref", providerRef)
                .then();
    }

    Mono<Void> finishRefund(UUID id, String providerRef) {
        return database.sql("update payment.attempts set status = 'SUCCEEDED', provider_ref = :ref where id = :id")
                .bind("ref", providerRef)
                .bind("id", id)
                .then();
    }

    private static PaymentAttempt attempt(Readable row) {
        return new PaymentAttempt(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "payment_id", UUID.class),
                PaymentAttempt.Kind.valueOf(Rows.get(row, "kind", String.class)),
                PaymentAttempt.Status.valueOf(Rows.get(row, "status", String.class)),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                row.get("provider_ref", String.class),
                row.get("intent_ref", String.class),
                row.get("redirect_url", String.class));
    }
}
