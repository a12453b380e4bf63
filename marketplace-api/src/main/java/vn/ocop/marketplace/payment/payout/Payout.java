package vn.ocop.marketplace.payment.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What one seller is paid on one day.
 *
 * @param account null where it is paid in cash
 * @param office at which counter it is handed over; null where it is not
 */
public record Payout(
        UUID id,
        UUID batchId,
        UUID shopId,
        String code,
        Vnd amount,
        @Nullable BankAccount account,
        Channel channel,
        @Nullable String office,
        Status status,
        @Nullable String bankRef,
        @Nullable String failure,
        @Nullable Instant decidedAt) {

    /** How it is paid: by the bank, by the card's provider into an account the seller has there, or at a counter. */
    public enum Channel {
        BANK,
        CONNECTED,
        CASH
    }

    /** How far it has got. */
    public enum Status {
        DUE,
        PAID,
        /** The bank sent it back; what it was made of waits for the next one. */
        FAILED
    }
}
