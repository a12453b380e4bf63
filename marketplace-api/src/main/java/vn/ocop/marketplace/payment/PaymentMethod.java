package vn.ocop.marketplace.payment;

/** How a purchase is paid. */
public enum PaymentMethod {
    CASH_ON_DELIVERY,
    CARD,
    BANK_TRANSFER;

    /** How a payment of this kind begins: paid at the door, or before anything is sent. */
    public PaymentStatus firstStatus() {
        return paidBeforehand() ? PaymentStatus.PENDING : PaymentStatus.DUE_ON_DELIVERY;
    }

    /** Whether nothing is sent before the money is there. */
    public boolean paidBeforehand() {
        return this != CASH_ON_DELIVERY;
    }
}
