package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Vnd;

/** What other modules do with payments, always inside their own transaction. */
@Service
public class Payments {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final CardGateway cards;
    private final RefundRequests refunds;
    private final Outbox outbox;
    private final Clock clock;

    Payments(
            PaymentRepository payments,
            AttemptRepository attempts,
            CardGateway cards,
            RefundRequests refunds,
            Outbox outbox,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.cards = cards;
        this.refunds = refunds;
        this.outbox = outbox;
        this.clock = clock;
    }

    public boolean cardsAvailable() {
        return cards.available();
    }

    /** Opens the payment of a purchase; {@code payUntil} only where it has to be paid before it is fulfilled. */
    public Mono<PaymentStatus> open(Payable payable, PaymentMethod method, @Nullable Instant payUntil) {
        var status = method.firstStatus();
        var payment = new Payment(
                UUID.randomUUID(),
                payable.id(),
                payable.buyerId(),
                method,
                status,
                payable.amount(),
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                payUntil);
        return payments.add(payment, payable.code(), clock.instant()).thenReturn(status);
    }

    /** Cash was taken at the door. The source (a parcel) makes a repeat harmless. */
    public Mono<Void> collectCash(UUID payableId, Vnd amount, String source) {
        return payments.lockByPayable(payableId)
                .filter(payment -> payment.status() == PaymentStatus.DUE_ON_DELIVERY)
                .filterWhen(payment -> payments.record(payment.id(), "CAPTURED", amount, source, clock.instant()))
                .flatMap(payment -> payments.save(payment.capture(amount)))
                .then();
    }

    /** A part of the purchase falls away: what was paid goes back, what was not is no longer asked for. */
    public Mono<Void> giveUp(UUID payableId, Vnd amount, String source) {
        return payments.lockByPayable(payableId)
                .flatMap(payment -> switch (payment.status()) {
                    case PENDING, DUE_ON_DELIVERY -> waive(payment, amount, source);
                    case PAID -> refund(payment, amount, source);
                    case EXPIRED, CANCELLED, REFUNDED -> Mono.empty();
                })
                .then();
    }

    private Mono<Void> waive(Payment payment, Vnd amount, String source) {
        return payments.record(payment.id(), "CANCELLED", amount, source, clock.instant())
                .filter(Boolean::booleanValue)
                .flatMap(first -> payments.save(payment.waive(amount)))
                .filter(saved -> payment.status() == PaymentStatus.PENDING)
                .flatMap(saved -> outbox.append(
                        PaymentEvents.CANCELLED,
                        payment.payableId(),
                        new PaymentEvents.Cancelled(payment.payableId())));
    }

    private Mono<Void> refund(Payment payment, Vnd amount, String source) {
        if (payment.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return Mono.empty();
        }
        return attempts.succeededCheckout(payment.id())
                .flatMap(charge -> refunds.ask(payment, amount, String.valueOf(charge.intentRef()), source));
    }
}
