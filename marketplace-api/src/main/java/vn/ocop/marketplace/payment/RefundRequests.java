package vn.ocop.marketplace.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Writes down that money must go back. To a card it is sent after the commit, through the outbox; no bank takes orders
 * from us, so what was transferred waits for a person.
 */
@Component
class RefundRequests {

    private final AttemptRepository attempts;
    private final Outbox outbox;
    private final Clock clock;

    RefundRequests(AttemptRepository attempts, Outbox outbox, Clock clock) {
        this.attempts = attempts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Asked for once per reason, however often the cause is delivered. */
    Mono<Void> ask(Payment payment, Vnd amount, String intentRef, String reason) {
        return attempts.addRefund(payment.id(), amount, intentRef, reason, clock.instant())
                .filter(attempt -> payment.method() == PaymentMethod.CARD)
                .flatMap(attempt -> outbox.append(
                        PaymentEvents.REFUND_DUE, payment.payableId(), new PaymentEvents.RefundDue(attempt.id())));
    }
}
