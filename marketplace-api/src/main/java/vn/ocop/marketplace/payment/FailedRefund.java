package vn.ocop.marketplace.payment;

/**
 * A refund the card's bank did not take after all: the money is back at the provider.
 *
 * @param ref the provider's id of the refund
 * @param attempt our id, which it was sent with; empty where it was sent by someone else
 */
record FailedRefund(String ref, String attempt) implements CardNews {}
