package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** What other modules do with payments, always inside their own transaction. */
@Service
public class Payments {

    private final PaymentRepository payments;
    private final CardGateway cards;
    private final RefundRequests refunds;
    private final PaymentBooks books;
    private final SettleTransfer transfers;
    private final BankProperties bank;
    private final Outbox outbox;
    private final Clock clock;

    Payments(
            PaymentRepository payments,
            CardGateway cards,
            RefundRequests refunds,
            PaymentBooks books,
            SettleTransfer transfers,
            BankProperties bank,
            Outbox outbox,
            Clock clock) {
        this.payments = payments;
        this.cards = cards;
        this.refunds = refunds;
        this.books = books;
        this.transfers = transfers;
        this.bank = bank;
        this.outbox = outbox;
        this.clock = clock;
    }

    public boolean cardsAvailable() {
        return cards.available();
    }

    public boolean transfersAvailable() {
        return bank.available();
    }

    /**
     * Opens the payment of a purchase.
     *
     * @param payUntil only where it has to be paid before it is fulfilled
     * @param direct whether its one shop is paid itself
     */
    public Mono<PaymentStatus> open(Payable payable, PaymentMethod method, @Nullable Instant payUntil, boolean direct) {
        var status = method.firstStatus();
        var payment = new Payment(
                UUID.randomUUID(),
                payable.id(),
                payable.buyerId(),
                method,
                status,
                payable.amount(),
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                payUntil,
                direct);
        return payments.add(payment, payable, clock.instant()).thenReturn(status);
    }

    /** Cash was taken at the door for one order. The source (a parcel) makes a repeat harmless. */
    public Mono<Void> collectCash(UUID payableId, UUID part, Vnd amount, String source) {
        return payments.lockByPayable(payableId)
                .filter(payment -> payment.status() == PaymentStatus.DUE_ON_DELIVERY)
                .filterWhen(payment -> payments.record(payment.id(), "CAPTURED", amount, source, clock.instant()))
                .delayUntil(payment -> books.sold(payment, part, amount, source))
                .flatMap(payment -> payments.save(payment.capture(amount)))
                .then();
    }

    /** An order of the purchase falls away: what was paid goes back, what was not is no longer asked for. */
    public Mono<Void> giveUp(UUID payableId, UUID part, Vnd amount) {
        return payments.lockByPayable(payableId)
                .flatMap(payment -> switch (payment.status()) {
                    case PENDING, DUE_ON_DELIVERY -> waive(payment, part, amount);
                    case PAID -> refund(payment, part, amount);
                    case EXPIRED, CANCELLED, REFUNDED -> Mono.empty();
                })
                .then();
    }

    private Mono<Void> waive(Payment payment, UUID part, Vnd amount) {
        return payments.record(payment.id(), "CANCELLED", amount, source(part), clock.instant())
                .filter(Boolean::booleanValue)
                .delayUntil(first -> books.givenUp(payment, part, amount))
                .flatMap(first -> payments.save(payment.waive(amount)))
                .delayUntil(
                        saved -> saved.status() == PaymentStatus.CANCELLED ? transfers.release(saved) : Mono.empty())
                .filter(saved -> payment.status() == PaymentStatus.PENDING)
                .flatMap(saved -> outbox.append(
                        PaymentEvents.CANCELLED,
                        payment.payableId(),
                        new PaymentEvents.Cancelled(payment.payableId())));
    }

    private static String source(UUID part) {
        return "order:" + part;
    }

    private Mono<Void> refund(Payment payment, UUID part, Vnd amount) {
        if (payment.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return Mono.empty();
        }
        return payments.captureRef(payment.id())
                .delayUntil(charge -> books.givenUp(payment, part, amount))
                .flatMap(charge -> refunds.askBack(payment, amount, charge, source(part)))
                .then();
    }

    /** An order's money is the shop's now. What was never paid, or fell away, has nothing to release. */
    public Mono<Void> release(UUID payableId, UUID part) {
        return payments.lockByPayable(payableId).flatMap(payment -> books.released(payment, part));
    }

    /** A part of an order that was paid goes back; refused when that is more than is left of it. */
    public Mono<Void> takeBack(UUID payableId, Takeback back) {
        return payments.lockByPayable(payableId)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .delayUntil(payment -> books.takenBack(payment, back))
                .flatMap(payment -> payments.captureRef(payment.id()).flatMap(charge -> askBack(payment, back, charge)))
                .then();
    }

    private Mono<Payment> askBack(Payment payment, Takeback back, String charge) {
        var reason = "refund:" + back.id();
        return payment.direct() && back.bearer() == Takeback.Bearer.PLATFORM
                ? refunds.askBackFromPlatform(payment, back.amount(), charge, reason)
                : refunds.askBack(payment, back.amount(), charge, reason);
    }
}
