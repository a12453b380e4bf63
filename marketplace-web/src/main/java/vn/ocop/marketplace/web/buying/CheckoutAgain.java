package vn.ocop.marketplace.web.buying;

import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** Offers to send the same order again when no answer came; it stays one order. */
public record CheckoutAgain(Head head, CheckoutForm form) {

    static CheckoutAgain of(Visit visit, CheckoutForm form) {
        return new CheckoutAgain(Head.personal(visit.t("checkout.again.title")), form);
    }
}
