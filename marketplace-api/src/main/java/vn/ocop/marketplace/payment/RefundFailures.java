package vn.ocop.marketplace.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * A refund the card's bank sent back: the buyer is owed the money again, and a person transfers it. The word of it may
 * overtake our own note that the refund was sent, so it is known by our id as well as by the provider's.
 */
@Component
class RefundFailures {

    private final AttemptRepository attempts;
    private final PaymentRepository payments;
    private final PaymentBooks books;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RefundFailures(
            AttemptRepository attempts,
            PaymentRepository payments,
            PaymentBooks books,
            TransactionalOperator transaction,
            Clock clock) {
        this.attempts = attempts;
        this.payments = payments;
        this.books = books;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> book(FailedRefund failed) {
        return attempts.cardRefund(failed)
                .flatMap(attempt -> payments.lock(attempt.paymentId()))
                // Under the lock it may have been booked meanwhile.
                .flatMap(payment -> attempts.cardRefund(failed).flatMap(attempt -> undo(payment, attempt, failed)))
                .as(transaction::transactional);
    }

    private Mono<Void> undo(Payment payment, PaymentAttempt attempt, FailedRefund failed) {
        return (attempt.status() == PaymentAttempt.Status.SUCCEEDED
                        ? unbook(payment, attempt, failed)
                        : Mono.<Void>empty())
                .then(Mono.defer(
                        () -> attempts.transferInstead(attempt.id(), "sent back by the card's bank: " + failed.ref())));
    }

    private Mono<Void> unbook(Payment payment, PaymentAttempt attempt, FailedRefund failed) {
        return payments.record(payment.id(), "REFUND_FAILED", attempt.amount(), failed.ref(), clock.instant())
                .then(Mono.defer(() -> books.refundFailed(payment, attempt, failed.ref())))
                .then(Mono.defer(() -> payments.captured(payment.id(), String.valueOf(attempt.intentRef()))))
                .filter(Boolean::booleanValue)
                .flatMap(counted -> payments.save(payment.refundFailed(attempt.amount())))
                .then();
    }
}
