package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Makes the invoices of the platform's fee once a month is over, month after month, so that a marketplace that stood
 * still catches up.
 */
@Component
class MakeFeeInvoices implements ScheduledJob {

    /** What was booked in the month's last moments has been committed by then. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final FeeInvoiceRepository invoices;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MakeFeeInvoices(FeeInvoiceRepository invoices, TransactionalOperator transaction, Clock clock) {
        this.invoices = invoices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payout.make-fee-invoices";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Void> run() {
        return next().expand(made -> next()).then();
    }

    private Mono<YearMonth> next() {
        return Mono.defer(() -> invoices.firstOpen(clock.instant().minus(SETTLED)))
                .flatMap(month -> make(month).as(transaction::transactional));
    }

    /** Whoever claims the month makes its invoices; the others wait for that and go on. */
    private Mono<YearMonth> make(YearMonth month) {
        return invoices.claim(month, clock.instant())
                .filter(Boolean::booleanValue)
                .flatMap(mine -> invoices.make(month, clock.instant()))
                .thenReturn(month);
    }
}
