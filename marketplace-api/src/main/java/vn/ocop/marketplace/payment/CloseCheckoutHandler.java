package vn.ocop.marketplace.payment;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.OutboxHandler;

/** Closes the open payment page of a purchase that was called off, and books it if someone paid in that moment. */
@Component
class CloseCheckoutHandler implements OutboxHandler<PaymentEvents.Cancelled> {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final CardGateway cards;
    private final SettleCardPayment settlement;

    CloseCheckoutHandler(
            PaymentRepository payments, AttemptRepository attempts, CardGateway cards, SettleCardPayment settlement) {
        this.payments = payments;
        this.attempts = attempts;
        this.cards = cards;
        this.settlement = settlement;
    }

    @Override
    public String type() {
        return PaymentEvents.CANCELLED;
    }

    @Override
    public Class<PaymentEvents.Cancelled> payloadType() {
        return PaymentEvents.Cancelled.class;
    }

    @Override
    public Mono<Void> handle(UUID payableId, PaymentEvents.Cancelled cancelled) {
        return payments.lockByPayable(payableId)
                .flatMap(payment -> attempts.openCheckout(payment.id()))
                .mapNotNull(PaymentAttempt::providerRef)
                .flatMap(cards::expire)
                .flatMap(settlement::settle);
    }
}
