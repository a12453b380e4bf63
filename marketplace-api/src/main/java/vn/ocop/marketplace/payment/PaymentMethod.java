package vn.ocop.marketplace.payment;

/** How a purchase is paid. */
public enum PaymentMethod {
    CASH_ON_DELIVERY,
    CARD;

    /** How a payment of this kind begins: paid at the door, or before anything is sent. */
    public PaymentStatus firstStatus() {
        return this == CASH_ON_DELIVERY ? PaymentStatus.DUE_ON_DELIVERY : PaymentStatus.PENDING;
    }
}
