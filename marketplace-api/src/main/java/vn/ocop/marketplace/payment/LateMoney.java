package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Money that comes in when its purchase no longer waits for it. Exactly what a purchase cost that has just run out of
 * time is kept until those who know its stock have said whether it can be opened again; everything else goes back.
 */
@Service
public class LateMoney {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final RefundRequests refunds;
    private final PaymentBooks books;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration window;

    LateMoney(
            PaymentRepository payments,
            AttemptRepository attempts,
            RefundRequests refunds,
            PaymentBooks books,
            Outbox outbox,
            Clock clock,
            @Value("${marketplace.reopen-window:P3D}") Duration window) {
        this.payments = payments;
        this.attempts = attempts;
        this.refunds = refunds;
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
        this.window = window;
    }

    /** Books it once per charge; inside a transaction and under the payment's lock. */
    Mono<Void> receive(Payment payment, Vnd amount, String charge) {
        return payments.record(payment.id(), "LATE", amount, charge, clock.instant())
                .filter(Boolean::booleanValue)
                .delayUntil(first -> books.late(payment, amount, charge))
                .flatMap(first -> mayReopen(payment, amount)
                        ? hold(payment, amount, charge)
                        : refunds.sendBack(payment, amount, charge, reason(charge)));
    }

    private boolean mayReopen(Payment payment, Vnd amount) {
        var until = payment.payUntil();
        return payment.status() == PaymentStatus.EXPIRED
                && payment.due().equals(amount)
                && until != null
                && clock.instant().isBefore(until.plus(window));
    }

    private static String reason(String charge) {
        return "late:" + charge;
    }

    private Mono<Void> hold(Payment payment, Vnd amount, String charge) {
        return refunds.hold(payment, amount, charge, reason(charge))
                .flatMap(attempt -> outbox.append(
                        PaymentEvents.PAID_LATE,
                        payment.payableId(),
                        new PaymentEvents.PaidLate(payment.payableId(), attempt.id())));
    }

    /**
     * The purchase stands again: the money is its payment. Inside the transaction that takes its stock; false when
     * there is nothing to open again.
     */
    public Mono<Boolean> accept(UUID payableId, UUID held) {
        return payments.lockByPayable(payableId)
                .filter(payment -> payment.status() == PaymentStatus.EXPIRED)
                .flatMap(payment -> attempts.decideHeld(held, PaymentAttempt.Status.DROPPED)
                        .flatMap(attempt -> revive(payment, attempt).thenReturn(true)))
                .defaultIfEmpty(false);
    }

    private Mono<Payment> revive(Payment payment, PaymentAttempt attempt) {
        var charge = String.valueOf(attempt.intentRef());
        return payments.record(payment.id(), "REVIVED", attempt.amount(), charge, clock.instant())
                .then(Mono.defer(() -> books.revived(payment, attempt.amount(), charge)))
                .then(Mono.defer(() -> payments.save(payment.capture(attempt.amount()))));
    }

    /** The purchase cannot be opened again: the money goes back. */
    public Mono<Void> refuse(UUID payableId, UUID held) {
        return payments.lockByPayable(payableId)
                .flatMap(payment -> attempts.decideHeld(held, PaymentAttempt.Status.OPEN)
                        .flatMap(attempt -> refunds.send(payment, attempt)));
    }
}
