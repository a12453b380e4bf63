package vn.ocop.marketplace.payment;

import vn.ocop.marketplace.platform.Vnd;

/**
 * A payment page at the card provider as it was last seen. Texts are empty where the provider said nothing.
 *
 * @param ref the provider's id of the page
 * @param paymentId our id, which the page was opened with
 */
record CardSession(String ref, Status status, String paymentId, Vnd amount, String intentRef, String url)
        implements CardNews {

    enum Status {
        OPEN,
        PAID,
        EXPIRED
    }
}
