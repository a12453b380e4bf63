package vn.ocop.marketplace.payment;

/** How a purchase is paid. */
public enum PaymentMethod {
    CASH_ON_DELIVERY,
    CARD
}
