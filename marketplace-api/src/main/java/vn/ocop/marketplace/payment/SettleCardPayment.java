package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;

/**
 * Books what a payment page has come to. Called by webhooks, by the reconciler and when a page is closed, in any order
 * and any number of times: the provider's id of the charge makes it count once. Money for a purchase that no longer
 * waits for it, or of another amount, goes back.
 */
@Service
class SettleCardPayment {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final LateMoney late;
    private final PaymentBooks books;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SettleCardPayment(
            PaymentRepository payments,
            AttemptRepository attempts,
            LateMoney late,
            PaymentBooks books,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.late = late;
        this.books = books;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> settle(CardSession session) {
        return switch (session.status()) {
            case OPEN -> Mono.empty();
            case EXPIRED -> attempts.finishCheckout(session.ref(), PaymentAttempt.Status.EXPIRED, "");
            case PAID -> paid(session).as(transaction::transactional);
        };
    }

    private Mono<Void> paid(CardSession session) {
        return Mono.justOrEmpty(ours(session))
                .flatMap(payments::lock)
                .flatMap(payment ->
                        payment.awaits(session.amount()) ? capture(payment, session) : sendBack(payment, session));
    }

    /** The provider's account may serve other purposes, whose pages carry no id of ours. */
    private static Optional<UUID> ours(CardSession session) {
        try {
            return Optional.of(UUID.fromString(session.paymentId()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Mono<Void> capture(Payment payment, CardSession session) {
        return payments.record(payment.id(), "CAPTURED", session.amount(), session.intentRef(), clock.instant())
                .filter(Boolean::booleanValue)
                .delayUntil(first -> books.sold(payment, session.amount(), session.intentRef()))
                .flatMap(first -> payments.save(payment.capture(session.amount())))
                .flatMap(saved -> finish(session).thenReturn(saved))
                .flatMap(saved -> outbox.append(
                        PaymentEvents.CAPTURED, saved.payableId(), new PaymentEvents.Captured(saved.payableId())));
    }

    private Mono<Void> sendBack(Payment payment, CardSession session) {
        return alreadyCaptured(payment, session)
                .filter(captured -> !captured)
                .flatMap(isLate -> late.receive(payment, session.amount(), session.intentRef())
                        .then(Mono.defer(() -> finish(session))));
    }

    private Mono<Boolean> alreadyCaptured(Payment payment, CardSession session) {
        return payments.captured(payment.id(), session.intentRef());
    }

    private Mono<Void> finish(CardSession session) {
        return attempts.finishCheckout(session.ref(), PaymentAttempt.Status.SUCCEEDED, session.intentRef());
    }
}
