package vn.ocop.marketplace.payment;

import java.util.UUID;

/** What payments tell the other modules through the outbox; the key of each is the payable's id. */
public final class PaymentEvents {

    public static final String CAPTURED = "payment.captured.v1";
    public static final String EXPIRED = "payment.expired.v1";
    public static final String PAID_LATE = "payment.paid-late.v1";
    public static final String DISPUTE_LOST = "payment.dispute-lost.v1";
    static final String CANCELLED = "payment.cancelled.v1";
    static final String REFUND_DUE = "payment.refund-due.v1";
    static final String TRANSFER_RECEIVED = "payment.transfer-received.v1";
    static final String WEBHOOK_RECEIVED = "payment.webhook-received.v1";

    private PaymentEvents() {}

    /** The whole amount has been paid. */
    public record Captured(UUID payableId) {}

    /** Nobody paid in time; what was held may be let go. */
    public record Expired(UUID payableId) {}

    /**
     * All that an expired purchase cost came in after its end: it may be opened again.
     *
     * @param held names the money to {@link LateMoney}
     */
    public record PaidLate(UUID payableId, UUID held) {}

    /**
     * A card's bank has kept money of the purchase: it is to be charged to whom it belongs.
     *
     * @param dispute names it to {@link LostDisputes}
     */
    public record DisputeLost(UUID payableId, String dispute) {}

    record Cancelled(UUID payableId) {}

    record RefundDue(UUID attemptId) {}

    record TransferReceived(UUID transferId) {}

    record WebhookReceived(String eventId) {}
}
