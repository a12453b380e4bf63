package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ScheduledJob;
import vn.ocop.marketplace.platform.Vnd;

/** Ends purchases nobody paid in time. The page is closed at the provider first, so that none is paid after its end. */
@Component
class ExpireUnpaid implements ScheduledJob {

    private static final int BATCH = 200;

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final CardGateway cards;
    private final SettleCardPayment settlement;
    private final SettleTransfer transfers;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ExpireUnpaid(
            PaymentRepository payments,
            AttemptRepository attempts,
            CardGateway cards,
            SettleCardPayment settlement,
            SettleTransfer transfers,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.cards = cards;
        this.settlement = settlement;
        this.transfers = transfers;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.expire-unpaid";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Mono<Void> run() {
        return payments.overdue(clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                // One that the provider cannot close must not keep the others from giving their stock back.
                .concatMapDelayError(this::end)
                .then();
    }

    private Mono<Void> end(Payment payment) {
        return attempts.openCheckout(payment.id())
                .mapNotNull(PaymentAttempt::providerRef)
                .flatMap(cards::expire)
                .flatMap(settlement::settle)
                .then(expire(payment).as(transaction::transactional));
    }

    /** Under the lock it may turn out paid after all. */
    private Mono<Void> expire(Payment overdue) {
        return payments.lock(overdue.id())
                .filter(payment -> payment.status() == PaymentStatus.PENDING)
                .delayUntil(payment -> payments.record(
                        payment.id(), "EXPIRED", Vnd.ZERO, payment.id().toString(), clock.instant()))
                .flatMap(payment -> payments.save(payment.in(PaymentStatus.EXPIRED)))
                .delayUntil(transfers::release)
                .flatMap(payment -> outbox.append(
                        PaymentEvents.EXPIRED, payment.payableId(), new PaymentEvents.Expired(payment.payableId())));
    }
}
