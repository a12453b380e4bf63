package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** One try to move money, written down before the outside is asked; its id is the idempotency key there. */
record PaymentAttempt(
        UUID id,
        UUID paymentId,
        Kind kind,
        Status status,
        Vnd amount,
        @Nullable String providerRef,
        @Nullable String intentRef,
        @Nullable String redirectUrl,
        @Nullable Channel channel,
        Instant createdAt) {

    enum Kind {
        CHECKOUT,
        REFUND
    }

    /** From where a refund is sent: by the card's provider, or by a person from a bank account; or was taken. */
    enum Channel {
        CARD,
        BANK_CLEARING,
        BANK,
        /** The card's bank gave it to the buyer, in a dispute that was lost. */
        DISPUTE,
        /** The shop has the money, and sends it back itself. */
        SHOP;

        static Channel of(Payment payment) {
            return payment.direct() ? SHOP : of(payment.method());
        }

        private static Channel of(PaymentMethod method) {
            return switch (method) {
                case CARD -> CARD;
                case BANK_TRANSFER -> BANK_CLEARING;
                case CASH_ON_DELIVERY, CASH_AT_POST_OFFICE -> BANK;
            };
        }
    }

    /** Whether it was noted as sent under this number of a bank. */
    boolean transferredAs(String bankRef) {
        return status == Status.SUCCEEDED && bankRef.equals(providerRef);
    }

    /** HELD is money that came late, until it is known whether its purchase can be opened again; DROPPED: it could. */
    enum Status {
        OPEN,
        HELD,
        SUCCEEDED,
        FAILED,
        EXPIRED,
        DROPPED
    }
}
