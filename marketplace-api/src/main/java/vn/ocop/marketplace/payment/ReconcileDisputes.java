package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Finds disputes a lost webhook hid, and those told before their payment was known. */
@Component
class ReconcileDisputes implements ScheduledJob {

    // Longer than banks take to decide one.
    private static final Duration BACK = Duration.ofDays(180);

    private final CardGateway cards;
    private final SettleDispute settlement;
    private final Clock clock;

    ReconcileDisputes(CardGateway cards, SettleDispute settlement, Clock clock) {
        this.cards = cards;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.reconcile-disputes";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Mono<Void> run() {
        return cards.available()
                ? cards.disputesSince(clock.instant().minus(BACK))
                        .concatMapDelayError(settlement::settle)
                        .then()
                : Mono.empty();
    }
}
