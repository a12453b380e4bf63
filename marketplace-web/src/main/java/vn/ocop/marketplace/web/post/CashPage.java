package vn.ocop.marketplace.web.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Cash for purchases, one after the other.
 *
 * @param code what was typed, or empty
 * @param key makes a second press of the button harmless
 */
public record CashPage(
        Head head,
        Person.Membership office,
        String code,
        CashDesk.@Nullable Due due,
        CashDesk.@Nullable Receipt receipt,
        @Nullable String refusal,
        String key) {

    static CashPage of(Visit visit, Person.Membership office, String code) {
        return new CashPage(
                Head.personal(visit.t("post.cash-desk")),
                office,
                code,
                null,
                null,
                null,
                UUID.randomUUID().toString());
    }

    CashPage with(CashDesk.Due found) {
        return new CashPage(head, office, code, found, null, null, key);
    }

    CashPage with(CashDesk.Receipt taken) {
        return new CashPage(head, office, "", null, taken, null, key);
    }

    CashPage refusing(@Nullable String why) {
        return new CashPage(head, office, code, null, null, why, key);
    }
}
