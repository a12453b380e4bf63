package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** The payment of one purchase. Immutable; transitions answer the next state. */
record Payment(
        UUID id,
        UUID payableId,
        UUID buyerId,
        PaymentMethod method,
        PaymentStatus status,
        Vnd amount,
        Vnd captured,
        Vnd refunded,
        Vnd waived,
        @Nullable Instant payUntil) {

    /** What is still to be paid. */
    Vnd due() {
        return amount.minus(waived).minus(captured);
    }

    boolean awaits(Vnd paid) {
        return status == PaymentStatus.PENDING && due().equals(paid);
    }

    /** Money came in for what was due. */
    Payment capture(Vnd paid) {
        var now = new Payment(
                id, payableId, buyerId, method, status, amount, captured.plus(paid), refunded, waived, payUntil);
        return now.due().equals(Vnd.ZERO) ? now.in(PaymentStatus.PAID) : now;
    }

    /** A part of the purchase fell away before it was paid. */
    Payment waive(Vnd part) {
        var now = new Payment(
                id, payableId, buyerId, method, status, amount, captured, refunded, waived.plus(part), payUntil);
        if (!now.due().equals(Vnd.ZERO)) {
            return now;
        }
        return now.in(now.captured.equals(Vnd.ZERO) ? PaymentStatus.CANCELLED : PaymentStatus.PAID);
    }

    /** Money went back to the buyer. */
    Payment refund(Vnd part) {
        var now = new Payment(
                id, payableId, buyerId, method, status, amount, captured, refunded.plus(part), waived, payUntil);
        return now.refunded.equals(now.captured) ? now.in(PaymentStatus.REFUNDED) : now;
    }

    Payment in(PaymentStatus next) {
        return new Payment(id, payableId, buyerId, method, next, amount, captured, refunded, waived, payUntil);
    }
}
