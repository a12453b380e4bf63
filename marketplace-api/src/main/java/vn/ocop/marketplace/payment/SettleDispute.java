package vn.ocop.marketplace.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Books what becomes of disputes, told in any order and any number of times. Refunds of a payment wait while one is
 * undecided, since the provider refuses them; a lost one is charged by those who know the orders.
 */
@Component
class SettleDispute {

    private final DisputeRepository disputes;
    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final RefundRequests refunds;
    private final PaymentBooks books;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SettleDispute(
            DisputeRepository disputes,
            PaymentRepository payments,
            AttemptRepository attempts,
            RefundRequests refunds,
            PaymentBooks books,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.disputes = disputes;
        this.payments = payments;
        this.attempts = attempts;
        this.refunds = refunds;
        this.books = books;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Money that is not ours is of no interest: the provider's account may serve other purposes. */
    Mono<Void> settle(CardDispute told) {
        return disputes.paymentOf(told.intentRef())
                .flatMap(payments::lock)
                .flatMap(payment -> disputes.note(told, payment.id())
                        .then(Mono.defer(() -> disputes.find(told.ref())))
                        .flatMapIterable(known -> known.status().stepsTo(told.status()))
                        .concatMap(step -> step(payment, told, step))
                        .then())
                .as(transaction::transactional);
    }

    private Mono<Void> step(Payment payment, CardDispute told, DisputeStatus step) {
        return switch (step) {
            case INQUIRY -> Mono.empty();
            case OPEN ->
                took(payment, told, step, "DISPUTED", told.amount())
                        .then(Mono.defer(() -> books.disputed(payment, told)));
            case WON ->
                took(payment, told, step, "DISPUTE_WON", told.amount().negated())
                        .then(Mono.defer(() -> books.disputeWon(payment, told)))
                        .thenMany(Flux.defer(() -> attempts.openCardRefunds(payment.id())))
                        .concatMap(attempt -> refunds.send(payment, attempt))
                        .then();
            case LOST ->
                took(payment, told, step, "DISPUTE_LOST", Vnd.ZERO)
                        .then(Mono.defer(() -> outbox.append(
                                PaymentEvents.DISPUTE_LOST,
                                payment.payableId(),
                                new PaymentEvents.DisputeLost(payment.payableId(), told.ref()))));
            case CLOSED -> disputes.step(told.ref(), step, Vnd.ZERO, clock.instant());
        };
    }

    private Mono<Void> took(Payment payment, CardDispute told, DisputeStatus step, String event, Vnd change) {
        return payments.record(payment.id(), event, told.amount(), told.ref(), clock.instant())
                .then(Mono.defer(() -> disputes.step(told.ref(), step, change, clock.instant())));
    }
}
