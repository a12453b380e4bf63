package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** Money that came into the platform's account. */
public record Transfer(
        UUID id,
        String bankRef,
        Vnd amount,
        String memo,
        Instant bookedAt,
        Instant receivedAt,
        Source source,
        Status status,
        @Nullable Finding finding,
        @Nullable String payableCode) {

    /** How the platform came to know of it. */
    public enum Source {
        WEBHOOK,
        STATEMENT
    }

    /** What has become of it. */
    public enum Status {
        NEW,
        HELD,
        UNMATCHED,
        MATCHED,
        RETURNED
    }

    /** How it fits the purchase it names. */
    public enum Finding {
        EXACT,
        UNDER,
        OVER,
        LATE,
        UNKNOWN
    }

    /** How an amount fits what a payment still waits for, with what was transferred for it before. */
    static Finding fit(Payment payment, Vnd held, Vnd amount) {
        if (payment.status() != PaymentStatus.PENDING) {
            return Finding.LATE;
        }
        return switch (held.plus(amount).compareTo(payment.due())) {
            case 0 -> Finding.EXACT;
            case 1 -> Finding.OVER;
            default -> Finding.UNDER;
        };
    }
}
