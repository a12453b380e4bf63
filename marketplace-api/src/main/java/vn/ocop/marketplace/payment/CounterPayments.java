package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Cash at the counter of any post office, by the purchase's code: exactly what is due and in time, or the clerk does
 * not take it. What was taken the post owes the platform, like cash from the door.
 */
@Service
public class CounterPayments {

    private final CounterRepository counters;
    private final PaymentRepository payments;
    private final PaymentBooks books;
    private final CounterDrawer drawer;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CounterPayments(
            CounterRepository counters,
            PaymentRepository payments,
            PaymentBooks books,
            CounterDrawer drawer,
            Idempotency idempotency,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.counters = counters;
        this.payments = payments;
        this.books = books;
        this.drawer = drawer;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the clerk is to take, and until when. */
    public record Due(String purchase, Vnd amount, @Nullable Instant payUntil) {}

    /** What the clerk took. */
    public record Receipt(UUID id, String purchase, Vnd amount, String office, Instant at) {}

    private record Taking(String office, String purchase, Vnd amount) {}

    public Mono<Due> due(String office, String purchase, Caller clerk) {
        mustKeepMoney(office, clerk);
        return counters.find(code(purchase))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .flatMap(found -> payments.ofPayable(found.payable())
                        .map(this::mustBeDue)
                        .map(payment -> new Due(found.code(), payment.due(), payment.payUntil())));
    }

    public Mono<Receipt> take(String office, String purchase, Vnd amount, String key, Caller clerk) {
        mustKeepMoney(office, clerk);
        return idempotency
                .once(
                        new Idempotency.Request(clerk.id(), key, new Taking(office, purchase, amount)),
                        Receipt.class,
                        () -> taken(office, purchase, amount, clerk))
                .as(transaction::transactional);
    }

    private Mono<Receipt> taken(String office, String purchase, Vnd amount, Caller clerk) {
        return counters.find(code(purchase))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .flatMap(found -> payments.lockByPayable(found.payable())
                        .map(this::mustBeDue)
                        .flatMap(payment -> capture(
                                payment,
                                new Receipt(UUID.randomUUID(), found.code(), amount, office, clock.instant()),
                                clerk)));
    }

    private Mono<Receipt> capture(Payment payment, Receipt receipt, Caller clerk) {
        if (!payment.due().equals(receipt.amount())) {
            return Mono.error(() -> new ProblemException(PaymentProblem.OTHER_AMOUNT));
        }
        var source = "counter:" + receipt.id();
        return counters.add(payment.id(), receipt, clerk.id())
                .then(Mono.defer(() -> drawer.paidIn(receipt, clerk.id())))
                .then(Mono.defer(
                        () -> payments.record(payment.id(), "CAPTURED", receipt.amount(), source, clock.instant())))
                .then(Mono.defer(() -> books.sold(payment, receipt.amount(), source)))
                .then(Mono.defer(() -> payments.save(payment.capture(receipt.amount()))))
                .then(Mono.defer(() -> outbox.append(
                        PaymentEvents.CAPTURED, payment.payableId(), new PaymentEvents.Captured(payment.payableId()))))
                .thenReturn(receipt);
    }

    /** As people read it out: with hyphens or without, large or small. */
    private static String code(String spoken) {
        return spoken.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    private Payment mustBeDue(Payment payment) {
        if (payment.status() != PaymentStatus.PENDING) {
            throw new ProblemException(PaymentProblem.NOTHING_TO_PAY);
        }
        var until = payment.payUntil();
        if (until != null && clock.instant().isAfter(until)) {
            throw new ProblemException(PaymentProblem.TIME_IS_UP);
        }
        return payment;
    }

    private static void mustKeepMoney(String office, Caller clerk) {
        clerk.mustBeAllowed(Permission.POST_MONEY, office, PaymentProblem.NOT_FOUND);
    }
}
