package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * The payment of one purchase. Immutable; transitions answer the next state.
 *
 * @param askedBack what the buyer is to get back of what was captured, sent already or not
 * @param direct whether it is paid to the shop itself, which then has the money
 */
record Payment(
        UUID id,
        UUID payableId,
        UUID buyerId,
        PaymentMethod method,
        PaymentStatus status,
        Vnd amount,
        Vnd captured,
        Vnd askedBack,
        Vnd refunded,
        Vnd waived,
        @Nullable Instant payUntil,
        boolean direct) {

    /** What is still to be paid. */
    Vnd due() {
        return amount.minus(waived).minus(captured);
    }

    boolean awaits(Vnd paid) {
        return status == PaymentStatus.PENDING && due().equals(paid);
    }

    /** Money came in for what was due. */
    Payment capture(Vnd paid) {
        var now = with(captured.plus(paid), askedBack, refunded, waived);
        return now.due().equals(Vnd.ZERO) ? now.in(PaymentStatus.PAID) : now;
    }

    /** A part of the purchase fell away before it was paid. */
    Payment waive(Vnd part) {
        var now = with(captured, askedBack, refunded, waived.plus(part));
        if (!now.due().equals(Vnd.ZERO)) {
            return now;
        }
        return now.in(now.captured.equals(Vnd.ZERO) ? PaymentStatus.CANCELLED : PaymentStatus.PAID);
    }

    /** So much more is to go back; never more than came in. */
    Payment askBack(Vnd part) {
        var asked = askedBack.plus(part);
        if (asked.compareTo(captured) > 0) {
            throw new ProblemException(PaymentProblem.MORE_THAN_PAID);
        }
        return with(captured, asked, refunded, waived);
    }

    /** Money went back to the buyer. What is still to be paid at the door stays due. */
    Payment refund(Vnd part) {
        var now = with(captured, askedBack, refunded.plus(part), waived);
        return now.due().equals(Vnd.ZERO) && now.refunded.equals(now.captured) ? now.in(PaymentStatus.REFUNDED) : now;
    }

    /** A refund came back to us: the buyer is still to get it. */
    Payment refundFailed(Vnd part) {
        var now = with(captured, askedBack, refunded.minus(part), waived);
        return status == PaymentStatus.REFUNDED ? now.in(PaymentStatus.PAID) : now;
    }

    Payment in(PaymentStatus next) {
        return new Payment(
                id, payableId, buyerId, method, next, amount, captured, askedBack, refunded, waived, payUntil, direct);
    }

    private Payment with(Vnd captured, Vnd askedBack, Vnd refunded, Vnd waived) {
        return new Payment(
                id, payableId, buyerId, method, status, amount, captured, askedBack, refunded, waived, payUntil,
                direct);
    }
}
