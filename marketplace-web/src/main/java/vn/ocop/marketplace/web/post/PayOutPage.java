package vn.ocop.marketplace.web.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Sellers' money at the counter, one after the other.
 *
 * @param code what was typed, or empty
 * @param key makes a second press of the button harmless
 */
public record PayOutPage(
        Head head,
        Person.Membership office,
        String code,
        PayOutDesk.@Nullable Due due,
        PayOutDesk.@Nullable Receipt receipt,
        @Nullable String refusal,
        String key) {

    static PayOutPage of(Visit visit, Person.Membership office, String code) {
        return new PayOutPage(
                Head.personal(visit.t("post.pay-out")),
                office,
                code,
                null,
                null,
                null,
                UUID.randomUUID().toString());
    }

    PayOutPage with(PayOutDesk.Due found) {
        return new PayOutPage(head, office, code, found, null, refusal, key);
    }

    PayOutPage with(PayOutDesk.Receipt handed) {
        return new PayOutPage(head, office, "", null, handed, null, key);
    }

    PayOutPage refusing(String why) {
        return new PayOutPage(head, office, code, null, null, why, key);
    }
}
