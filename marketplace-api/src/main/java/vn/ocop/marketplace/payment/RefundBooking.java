package vn.ocop.marketplace.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Books that money went back, once per number the provider or bank gives it; inside a transaction. */
@Component
class RefundBooking {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final PaymentBooks books;
    private final Clock clock;

    RefundBooking(PaymentRepository payments, AttemptRepository attempts, PaymentBooks books, Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.books = books;
        this.clock = clock;
    }

    Mono<Void> book(PaymentAttempt attempt, String refundRef) {
        return payments.lock(attempt.paymentId())
                .filterWhen(payment ->
                        payments.record(payment.id(), "REFUNDED", attempt.amount(), refundRef, clock.instant()))
                .delayUntil(payment -> books.refunded(payment, attempt, refundRef))
                // A late charge was never counted as captured, so sending it back changes no total.
                .filterWhen(payment -> payments.captured(payment.id(), String.valueOf(attempt.intentRef())))
                .flatMap(payment -> payments.save(payment.refund(attempt.amount())))
                .then(attempts.finishRefund(attempt.id(), refundRef));
    }
}
