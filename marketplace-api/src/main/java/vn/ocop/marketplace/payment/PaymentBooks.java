package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.payout.Earnings;
import vn.ocop.marketplace.payment.payout.Withholding;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** Enters what happens to payments into the ledger; only under the payment's lock and inside its transaction. */
@Component
class PaymentBooks {

    private final Ledger ledger;
    private final PartRepository parts;
    private final Withholding withholding;
    private final Earnings earnings;
    private final Clock clock;

    PaymentBooks(Ledger ledger, PartRepository parts, Withholding withholding, Earnings earnings, Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.withholding = withholding;
        this.earnings = earnings;
        this.clock = clock;
    }

    /** The whole purchase was paid, as far as it has not fallen away. */
    Mono<Void> sold(Payment payment, Vnd amount, String charge) {
        return parts.sold(payment.id()).collectList().flatMap(sold -> sold(payment, sold, amount, charge));
    }

    /** One order of the purchase was paid. */
    Mono<Void> sold(Payment payment, UUID part, Vnd amount, String charge) {
        return parts.sold(payment.id(), part).collectList().flatMap(sold -> sold(payment, sold, amount, charge));
    }

    private Mono<Void> sold(Payment payment, List<PaymentPart> sold, Vnd amount, String charge) {
        var postings = payment.direct() ? Bookings.directSale(sold) : Bookings.sale(payment.method(), amount, sold);
        return book(payment, "SALE", charge, postings).then(Mono.defer(() -> withhold(sold)));
    }

    private Mono<Void> withhold(List<PaymentPart> sold) {
        return withholding.withhold(sold.stream().map(PaymentBooks::withheld).toList());
    }

    /** Late money became the payment of the whole purchase after all. */
    Mono<Void> revived(Payment payment, Vnd amount, String charge) {
        return parts.sold(payment.id())
                .collectList()
                .flatMap(sold -> book(
                                payment,
                                "SALE",
                                charge,
                                payment.direct()
                                        ? Bookings.directSale(sold)
                                        : Bookings.revival(payment.id(), amount, sold))
                        .then(Mono.defer(() -> withhold(sold))));
    }

    /** A part of an order goes back; refused when that is more than is left of it. */
    Mono<Void> takenBack(Payment payment, Takeback back) {
        return parts.takeBack(payment.id(), back)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.MORE_THAN_PAID)))
                .flatMap(hit -> book(
                                payment,
                                "TAKEBACK",
                                back.id().toString(),
                                payment.direct()
                                        ? Bookings.takebackOfDirect(payment.id(), hit.shop(), back)
                                        : Bookings.takeback(payment.id(), hit.shop(), back))
                        .then(Mono.defer(() -> withholding.reverse(returned(back, hit.shop()), cause(back))))
                        // What the shop was paid already is taken from its next payout.
                        .then(Mono.defer(() -> hit.released()
                                ? earnings.earn(
                                        hit.shop(),
                                        back.part(),
                                        cause(back),
                                        fromPayable(payment, back).negated())
                                : Mono.empty())));
    }

    /** The shop's from now on, to be paid with its next payout. */
    Mono<Void> released(Payment payment, UUID part) {
        return parts.release(payment.id(), part, clock.instant())
                .flatMap(released -> earnings.earn(released.shop(), part, "SALE", released.net()));
    }

    /** Of what is owed to the shop; what it was paid itself it sends back itself. */
    private static Vnd fromPayable(Payment payment, Takeback back) {
        return payment.direct() && back.bearer() == Takeback.Bearer.SHOP
                ? back.fromShop().minus(back.amount())
                : back.fromShop();
    }

    private static String cause(Takeback back) {
        return "refund:" + back.id();
    }

    private static Withholding.Withheld returned(Takeback back, UUID shop) {
        var charges = back.chargesBack();
        return new Withholding.Withheld(
                back.part(), shop, back.goods().plus(back.subsidyBack()), charges.taxVat(), charges.taxPit());
    }

    private static Withholding.Withheld withheld(PaymentPart part) {
        return new Withholding.Withheld(
                part.id(),
                part.shopId(),
                part.revenue(),
                part.charges().taxVat(),
                part.charges().taxPit());
    }

    /** One order falls away; only what was sold has anything to reverse. */
    Mono<Void> givenUp(Payment payment, UUID part, Vnd amount) {
        return parts.giveUp(payment.id(), part)
                .flatMap(fallen ->
                        fallen.wasSold() ? reversed(payment, fallen.part()).thenReturn(true) : Mono.just(true))
                .switchIfEmpty(Mono.defer(() -> olderThanLedger(payment, part, amount)))
                .then();
    }

    private Mono<Void> reversed(Payment payment, PaymentPart part) {
        var postings = payment.direct() ? Bookings.reversalOfDirect(part) : Bookings.reversal(payment.id(), part);
        return book(payment, "REVERSAL", part.id().toString(), postings)
                .then(Mono.defer(() -> withholding.reverse(withheld(part), "")));
    }

    private Mono<Boolean> olderThanLedger(Payment payment, UUID part, Vnd amount) {
        return payment.status() == PaymentStatus.PAID
                ? parts.known(payment.id())
                        .filter(known -> !known)
                        .flatMap(older -> book(
                                payment, "REVERSAL", part.toString(), Bookings.reversalOfOpening(payment.id(), amount)))
                        .thenReturn(true)
                : Mono.just(true);
    }

    Mono<Void> late(Payment payment, Vnd amount, String charge) {
        return payment.direct()
                ? Mono.empty()
                : book(payment, "LATE", charge, Bookings.late(payment.method(), payment.id(), amount));
    }

    Mono<Void> refunded(Payment payment, PaymentAttempt refund, String ref) {
        var channel = Objects.requireNonNull(refund.channel());
        return channel == PaymentAttempt.Channel.SHOP
                ? Mono.empty()
                : book(payment, "REFUND", ref, Bookings.refunded(channel, payment.id(), refund.amount()));
    }

    Mono<Void> refundFailed(Payment payment, PaymentAttempt refund, String ref) {
        return book(payment, "REFUND_FAILED", ref, Bookings.refundFailed(payment.id(), refund.amount()));
    }

    Mono<Void> disputed(Payment payment, CardDispute dispute) {
        return book(payment, "DISPUTE", dispute.ref(), Bookings.disputed(payment.id(), dispute.amount()));
    }

    Mono<Void> disputeWon(Payment payment, CardDispute dispute) {
        return book(payment, "DISPUTE_WON", dispute.ref(), Bookings.disputeWon(payment.id(), dispute.amount()));
    }

    /** What nobody else pays of it. */
    Mono<Void> lost(Payment payment, String dispute, Vnd rest) {
        return book(payment, "DISPUTE_LOST", dispute, Bookings.disputeLost(payment.id(), rest));
    }

    private Mono<Void> book(Payment payment, String kind, String cause, List<Posting> postings) {
        return ledger.book(new LedgerTransaction(
                kind, "payment:" + payment.id(), kind + ":" + payment.id() + ":" + cause, postings));
    }
}
