package vn.ocop.marketplace.payment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            "id, payment_id, kind, status, amount, provider_ref, intent_ref, redirect_url, channel, created_at";

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

    /** Money that is to go back; {@code intentRef} is what brought it. */
    record NewRefund(
            UUID paymentId,
            PaymentAttempt.Status status,
            PaymentAttempt.Channel channel,
            Vnd amount,
            String intentRef,
            String reason,
            @Nullable Instant dueAt) {}

    /** Empty when a refund for the same reason was already asked for. */
    Mono<PaymentAttempt> addRefund(NewRefund refund, Instant now) {
        return database.sql("""
                insert into payment.attempts (id, payment_id, kind, status, amount, intent_ref, reason, channel, due_at,
                                              created_at)
                values (uuidv7(), :payment, 'REFUND', :status, :amount, :intent, :reason, :channel, :due, :now)
                on conflict (payment_id, reason) where kind = 'REFUND' do nothing
                returning\s""" + COLUMNS)
                .bind("payment", refund.paymentId())
                .bind("status", refund.status().name())
                .bind("channel", refund.channel().name())
                .bind("amount", refund.amount().dong())
                .bind("intent", refund.intentRef())
                .bind("reason", refund.reason())
                .bind("due", orNull(refund.dueAt(), Instant.class))
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

    /** A refund to be transferred, with the buyer's account as it is sealed. */
    record OpenRefund(UUID id, String payableCode, Vnd amount, Instant askedAt, byte @Nullable [] account) {}

    /** Refunds that a person has to transfer, oldest first. */
    Flux<OpenRefund> openBankRefunds() {
        return database.sql("""
                select a.id, p.payable_code, a.amount, a.created_at, r.account
                  from payment.attempts a
                  join payment.payments p on p.id = a.payment_id
                  left join payment.refund_accounts r on r.payment_id = p.id
                 where a.kind = 'REFUND'
                   and a.status = 'OPEN'
                   and a.channel in ('BANK_CLEARING', 'BANK')
                 order by a.created_at
                 limit 200
                """)
                .map(row -> new OpenRefund(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "payable_code", String.class),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        Rows.get(row, "created_at", Instant.class),
                        row.get("account", byte[].class)))
                .all();
    }

    /** Locks it, whether it is still to be transferred or was; empty when there is no such refund. */
    Mono<PaymentAttempt> lockBankRefund(UUID id) {
        return database.sql("select " + COLUMNS + """
                 from payment.attempts
                where id = :id
                  and kind = 'REFUND'
                  and status in ('OPEN', 'SUCCEEDED')
                  and channel in ('BANK_CLEARING', 'BANK')
                  for update
                """)
                .bind("id", id)
                .map(AttemptRepository::attempt)
                .one();
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

    /** Decides what becomes of money that came late; empty when that was decided before. */
    Mono<PaymentAttempt> decideHeld(UUID id, PaymentAttempt.Status status) {
        return database.sql("""
                update payment.attempts
                   set status = :status
                 where id = :id
                   and status = 'HELD'
                returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("status", status.name())
                .map(AttemptRepository::attempt)
                .one();
    }

    /** Money that is still to go back to cards, oldest first. */
    Flux<PaymentAttempt> openCardRefunds(UUID paymentId) {
        return database.sql("select " + COLUMNS + """
                 from payment.attempts
                where payment_id = :payment
                  and kind = 'REFUND'
                  and status = 'OPEN'
                  and channel = 'CARD'
                order by created_at, id
                """)
                .bind("payment", paymentId)
                .map(AttemptRepository::attempt)
                .all();
    }

    /** The buyer has it from the card's bank; it is booked like a refund that was sent. */
    Mono<PaymentAttempt> coverByDispute(UUID id) {
        return database.sql("update payment.attempts set channel = 'DISPUTE' where id = :id returning " + COLUMNS)
                .bind("id", id)
                .map(AttemptRepository::attempt)
                .one();
    }

    /** A refund to a card that is not known to have failed. */
    Mono<PaymentAttempt> cardRefund(FailedRefund told) {
        return database.sql("select " + COLUMNS + """
                 from payment.attempts
                where kind = 'REFUND'
                  and channel = 'CARD'
                  and (status = 'SUCCEEDED' and provider_ref = :ref or status = 'OPEN' and id::text = :id)
                """)
                .bind("ref", told.ref())
                .bind("id", told.attempt())
                .map(AttemptRepository::attempt)
                .one();
    }

    /** The card's provider could not send it: a person transfers it instead. */
    Mono<Void> transferInstead(UUID id, String error) {
        return database.sql("""
                update payment.attempts
                   set status = 'OPEN', channel = 'BANK', provider_ref = null, last_error = :error
                 where id = :id
                   and status in ('OPEN', 'SUCCEEDED')
                   and channel = 'CARD'
                """).bind("error", error).bind("id", id).then();
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
                row.get("redirect_url", String.class),
                channel(row.get("channel", String.class)),
                Rows.get(row, "created_at", Instant.class));
    }

    private static PaymentAttempt.@Nullable Channel channel(@Nullable String name) {
        return name == null ? null : PaymentAttempt.Channel.valueOf(name);
    }
}
