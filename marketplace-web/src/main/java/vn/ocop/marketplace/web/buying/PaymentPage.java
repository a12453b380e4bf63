package vn.ocop.marketplace.web.buying;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * A stop on the way to or from the payment page.
 *
 * @param stop which: {@code leading} there, {@code waiting} for the money's arrival, {@code slow} when it takes long,
 *     {@code left} when the buyer came back without paying
 * @param away the payment page's address, when the buyer is led there
 */
public record PaymentPage(
        Head head, OrderGroup group, String stop, @Nullable String away) {

    static PaymentPage of(Visit visit, OrderGroup group, String stop, @Nullable String away) {
        return new PaymentPage(Head.personal(visit.t("pay." + stop + ".title")), group, stop, away);
    }
}
