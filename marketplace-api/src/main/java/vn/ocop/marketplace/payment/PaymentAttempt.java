package vn.ocop.marketplace.payment;

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
        @Nullable String redirectUrl) {

    enum Kind {
        CHECKOUT,
        REFUND
    }

    enum Status {
        OPEN,
        SUCCEEDED,
        FAILED,
        EXPIRED
    }
}
