package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Finds what a lost webhook hid: re-reads at the provider every page that has been open for a while. */
@Component
class ReconcileCheckouts implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileCheckouts.class);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final AttemptRepository attempts;
    private final CardGateway cards;
    private final SettleCardPayment settlement;
    private final Clock clock;

    ReconcileCheckouts(AttemptRepository attempts, CardGateway cards, SettleCardPayment settlement, Clock clock) {
        this.attempts = attempts;
        this.cards = cards;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.reconcile-checkouts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Mono<Void> run() {
        var now = clock.instant();
        return attempts.takeUnchecked(now.minus(QUIET), now, BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::check, 4)
                .then();
    }

    private Mono<Void> check(PaymentAttempt attempt) {
        return Mono.justOrEmpty(attempt.providerRef())
                .flatMap(cards::read)
                .flatMap(settlement::settle)
                .onErrorResume(failure -> {
                    LOG.warn("Attempt {} could not be checked: {}", attempt.id(), failure.toString());
                    return Mono.empty();
                });
    }
}
