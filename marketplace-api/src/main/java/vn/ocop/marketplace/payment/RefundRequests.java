package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Writes down that money must go back. To a card it is sent after the commit, through the outbox; no bank takes orders
 * from us, so what was transferred, or paid at the door, waits for a person; what the shop was paid itself it has to
 * send back by a day.
 */
@Component
class RefundRequests {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration shopWindow;

    RefundRequests(
            PaymentRepository payments,
            AttemptRepository attempts,
            Outbox outbox,
            Clock clock,
            @Value("${marketplace.shop-refund-window:P5D}") Duration shopWindow) {
        this.payments = payments;
        this.attempts = attempts;
        this.outbox = outbox;
        this.clock = clock;
        this.shopWindow = shopWindow;
    }

    /** Of what was captured, once per reason; answers the payment as it is then. Only under its lock. */
    Mono<Payment> askBack(Payment payment, Vnd amount, String charge, String reason) {
        return askBack(payment, refund(payment, PaymentAttempt.Status.OPEN, amount, charge, reason));
    }

    /** The same out of the platform's pocket, though the shop has the money. */
    Mono<Payment> askBackFromPlatform(Payment payment, Vnd amount, String charge, String reason) {
        return askBack(
                payment,
                new AttemptRepository.NewRefund(
                        payment.id(),
                        PaymentAttempt.Status.OPEN,
                        PaymentAttempt.Channel.BANK,
                        amount,
                        charge,
                        reason,
                        null));
    }

    private Mono<Payment> askBack(Payment payment, AttemptRepository.NewRefund refund) {
        var amount = refund.amount();
        return attempts.addRefund(refund, clock.instant())
                .delayUntil(attempt -> payments.save(payment.askBack(amount)))
                .delayUntil(attempt -> send(payment, attempt))
                .map(attempt -> payment.askBack(amount))
                .defaultIfEmpty(payment);
    }

    /** Of what was never counted as the payment, such as late money. */
    Mono<Void> sendBack(Payment payment, Vnd amount, String charge, String reason) {
        return attempts.addRefund(refund(payment, PaymentAttempt.Status.OPEN, amount, charge, reason), clock.instant())
                .flatMap(attempt -> send(payment, attempt));
    }

    /** Late money that may yet become the payment; nothing is sent before that is decided. */
    Mono<PaymentAttempt> hold(Payment payment, Vnd amount, String charge, String reason) {
        return attempts.addRefund(refund(payment, PaymentAttempt.Status.HELD, amount, charge, reason), clock.instant());
    }

    private AttemptRepository.NewRefund refund(
            Payment payment, PaymentAttempt.Status status, Vnd amount, String charge, String reason) {
        return new AttemptRepository.NewRefund(
                payment.id(),
                status,
                PaymentAttempt.Channel.of(payment),
                amount,
                charge,
                reason,
                payment.direct() ? clock.instant().plus(shopWindow) : null);
    }

    Mono<Void> send(Payment payment, PaymentAttempt attempt) {
        return attempt.channel() == PaymentAttempt.Channel.CARD
                ? outbox.append(
                        PaymentEvents.REFUND_DUE, payment.payableId(), new PaymentEvents.RefundDue(attempt.id()))
                : Mono.empty();
    }
}
