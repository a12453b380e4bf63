package vn.ocop.marketplace.web.buying;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** Finding a purchase by its code and the recipient's phone. */
public record LookupPage(
        Head head, String code, String phone, @Nullable String refusal) {

    static LookupPage of(Visit visit, String code, String phone, @Nullable String refusal) {
        return new LookupPage(Head.personal(visit.t("lookup.title")), code, phone, refusal);
    }
}
