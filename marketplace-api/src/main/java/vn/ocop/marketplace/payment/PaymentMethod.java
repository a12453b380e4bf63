package vn.ocop.marketplace.payment;

/** How a purchase is paid. */
public enum PaymentMethod {
    CASH_ON_DELIVERY,
    CARD,
    BANK_TRANSFER,
    /** At the counter of any post office, by the code of the purchase, before anything is sent. */
    CASH_AT_POST_OFFICE;

    /** How a payment of this kind begins: paid at the door, or before anything is sent. */
    public PaymentStatus firstStatus() {
        return paidBeforehand() ? PaymentStatus.PENDING : PaymentStatus.DUE_ON_DELIVERY;
    }

    /** Whether it is paid in banknotes, which not all goods may be. */
    public boolean cash() {
        return this == CASH_ON_DELIVERY || this == CASH_AT_POST_OFFICE;
    }

    /** Whether nothing is sent before the money is there. */
    public boolean paidBeforehand() {
        return this != CASH_ON_DELIVERY;
    }
}
