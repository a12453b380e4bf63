package vn.ocop.marketplace.payment;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.OutboxHandler;

/**
 * Sends money back at the card provider and books it; repeated safely, because the attempt's id is the key there. What
 * came by bank transfer waits at {@link TransferDesk}.
 */
@Component
class RefundHandler implements OutboxHandler<PaymentEvents.RefundDue> {

    private final AttemptRepository attempts;
    private final DisputeRepository disputes;
    private final CardGateway cards;
    private final RefundBooking booking;
    private final TransactionalOperator transaction;

    RefundHandler(
            AttemptRepository attempts,
            DisputeRepository disputes,
            CardGateway cards,
            RefundBooking booking,
            TransactionalOperator transaction) {
        this.attempts = attempts;
        this.disputes = disputes;
        this.cards = cards;
        this.booking = booking;
        this.transaction = transaction;
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
                .filter(attempt -> attempt.status() == PaymentAttempt.Status.OPEN
                        && attempt.channel() == PaymentAttempt.Channel.CARD)
                // The provider refuses refunds of what is in dispute; they are sent, or done with, once that is
                // decided.
                .filterWhen(attempt -> disputes.undecided(attempt.paymentId()).map(undecided -> !undecided))
                .flatMap(this::send);
    }

    private Mono<Void> send(PaymentAttempt attempt) {
        return cards.refund(attempt)
                .flatMap(sent -> sent.failed()
                        ? attempts.transferInstead(attempt.id(), "refused by the provider: " + sent.ref())
                        : booking.book(attempt, sent.ref()).as(transaction::transactional));
    }
}
