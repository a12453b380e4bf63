package vn.ocop.marketplace.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Vnd;

/** Writes down that money must go back; the call to the provider follows after the commit, through the outbox. */
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
                .flatMap(attempt -> outbox.append(
                        PaymentEvents.REFUND_DUE, payment.payableId(), new PaymentEvents.RefundDue(attempt.id())));
    }
}
