package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Gathers once a day what sellers are to be paid. It looks in more often, so that a restart cannot make it miss a day;
 * the day's batch is made once.
 */
@Component
class PayoutSweep implements ScheduledJob {

    private final PayoutRepository payouts;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PayoutSweep(PayoutRepository payouts, TransactionalOperator transaction, Clock clock) {
        this.payouts = payouts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payout.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Everything earned before the day began; what is below the minimum, negative or held waits for another day. */
    @Override
    public Mono<Void> run() {
        var day = BusinessTime.today(clock);
        return payouts.sweep(day, day.atStartOfDay(BusinessTime.ZONE).toInstant(), clock.instant())
                .as(transaction::transactional)
                .then();
    }
}
