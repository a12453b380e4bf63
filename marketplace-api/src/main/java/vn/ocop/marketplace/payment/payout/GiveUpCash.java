package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Takes back what nobody fetched at a counter in time: it is paid with another day's. */
@Component
class GiveUpCash implements ScheduledJob {

    private static final String WHY = "Quá hạn, không ai đến nhận";

    private final CashClaimRepository claims;
    private final PayoutRepository payouts;
    private final TransactionalOperator transaction;
    private final Clock clock;

    GiveUpCash(CashClaimRepository claims, PayoutRepository payouts, TransactionalOperator transaction, Clock clock) {
        this.claims = claims;
        this.payouts = payouts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payout.give-up-cash";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Void> run() {
        return claims.giveUp(WHY, clock.instant())
                .concatMap(batch -> payouts.closeDone(batch, clock.instant()))
                .then()
                .as(transaction::transactional);
    }
}
