package vn.ocop.marketplace.payment.campaign;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an offer is for somebody, now: denied unless everything it asks for is known to be so. */
final class Entitlement {

    private Entitlement() {}

    /** Why not; null when it is. */
    static @Nullable Reason refusal(Offer offer, Shopper shopper, Instant now) {
        if (!offer.window().contains(now)) {
            return Reason.NOT_NOW;
        }
        var person = ofPerson(offer, shopper);
        return person != null ? person : ofPurchase(offer, shopper);
    }

    private static @Nullable Reason ofPerson(Offer offer, Shopper shopper) {
        var audience = offer.audience();
        var perPerson = offer.limits().perPerson();
        if ((perPerson != null || !audience.anyone()) && !shopper.known()) {
            return Reason.PHONE_NOT_VERIFIED;
        }
        boolean existing = shopper.completedBefore(offer.origin().programmeStart());
        if (audience.people() == Offer.Audience.People.NEW && existing) {
            return Reason.NEW_CONSUMERS_ONLY;
        }
        if (audience.people() == Offer.Audience.People.EXISTING && !existing) {
            return Reason.EXISTING_CONSUMERS_ONLY;
        }
        if (audience.assisted() && shopper.team() == null) {
            return Reason.TEAM_NEEDED;
        }
        return perPerson != null && shopper.used().getOrDefault(offer.id(), 0) >= perPerson ? Reason.USED_BEFORE : null;
    }

    private static @Nullable Reason ofPurchase(Offer offer, Shopper shopper) {
        var audience = offer.audience();
        if (!among(audience.toProvinces(), shopper.place().province())
                || !among(audience.toCommunes(), shopper.place().commune())) {
            return Reason.OTHER_PLACE;
        }
        var method = shopper.method();
        if (!among(offer.target().methods(), method) || audience.firstByMethod() && method == null) {
            return Reason.OTHER_METHOD;
        }
        return audience.firstByMethod() && shopper.completed().containsKey(String.valueOf(method))
                ? Reason.NOT_FIRST_BY_METHOD
                : null;
    }

    private static boolean among(Set<String> wanted, @Nullable String given) {
        return wanted.isEmpty() || given != null && wanted.contains(given);
    }
}
