package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.OutboxHandler;

/** Sends money back at the provider and books it; repeated safely, because the attempt's id is the key there. */
@Component
class RefundHandler implements OutboxHandler<PaymentEvents.RefundDue> {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final CardGateway cards;
    private final PaymentBooks books;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RefundHandler(
            PaymentRepository payments,
            AttemptRepository attempts,
            CardGateway cards,
            PaymentBooks books,
            TransactionalOperator transaction,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.cards = cards;
        this.books = books;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String type() {
        return PaymentEvents.REFUND_DUE;
    }

    @Override
    public Class<PaymentEvents.RefundDue> payloadType() {
        return PaymentEvents.RefundDue.class;
    }

    @Override
    public Mono<Void> handle(UUID payableId, PaymentEvents.RefundDue due) {
        return attempts.find(due.attemptId())
                .filter(attempt -> attempt.status() == PaymentAttempt.Status.OPEN)
                .flatMap(attempt -> cards.refund(attempt.id(), String.valueOf(attempt.intentRef()), attempt.amount())
                        .flatMap(ref -> book(attempt, ref).as(transaction::transactional)));
    }

    private Mono<Void> book(PaymentAttempt attempt, String refundRef) {
        return payments.lock(attempt.paymentId())
                .filterWhen(payment ->
                        payments.record(payment.id(), "REFUNDED", attempt.amount(), refundRef, clock.instant()))
                .delayUntil(payment -> books.refunded(payment, attempt.amount(), refundRef))
                // A late charge was never counted as captured, so sending it back changes no total.
                .filterWhen(payment -> payments.captured(payment.id(), String.valueOf(attempt.intentRef())))
                .flatMap(payment -> payments.save(payment.refund(attempt.amount())))
                .then(attempts.finishRefund(attempt.id(), refundRef));
    }
}
