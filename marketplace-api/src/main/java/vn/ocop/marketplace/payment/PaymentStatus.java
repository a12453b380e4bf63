package vn.ocop.marketplace.payment;

/** How far the payment of a purchase has got. */
public enum PaymentStatus {
    PENDING,
    PAID,
    DUE_ON_DELIVERY,
    EXPIRED,
    CANCELLED,
    REFUNDED
}
