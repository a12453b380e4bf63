package vn.ocop.marketplace.payment.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** What is paid on one day. */
public record PayoutBatch(
        UUID id,
        LocalDate day,
        Status status,
        int payouts,
        Vnd total,
        Vnd paid,
        Instant madeAt,
        @Nullable UUID submittedBy,
        @Nullable Instant submittedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt) {

    /** One person submits it, another approves it, then the bank has it; closed once each payout was paid or failed. */
    public enum Status {
        DRAFT,
        SUBMITTED,
        APPROVED,
        CLOSED
    }
}
