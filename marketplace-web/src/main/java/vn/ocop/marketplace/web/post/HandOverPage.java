package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Many parcels at once to a courier or another office, and the lists of what changed hands.
 *
 * @param numbers what was typed and could not be handed over, to be mended
 * @param done the list that was just made
 */
public record HandOverPage(
        Head head,
        Person.Membership office,
        HandOverDesk.Takers takers,
        List<HandOverDesk.Manifest> manifests,
        String to,
        String numbers,
        HandOverDesk.@Nullable Done done,
        @Nullable String refusal) {

    static Head head(Visit visit) {
        return Head.personal(visit.t("handover.title"));
    }

    /** A fresh id for a form: sent twice it is one list. */
    public String id() {
        return UUID.randomUUID().toString();
    }

    /** Who takes a list over, in words. */
    public String taker(HandOverDesk.Manifest manifest) {
        var towards = manifest.towards();
        return towards != null
                ? takers.offices().stream()
                        .filter(one -> one.code().equals(towards))
                        .map(HandOverDesk.Office::name)
                        .findFirst()
                        .orElse(office.scope().equals(towards) ? office.name() : towards)
                : takers.couriers().stream()
                        .filter(one -> one.id().equals(manifest.courier()))
                        .map(HandOverDesk.Courier::name)
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse("");
    }

    /** Whether it is this office that has to count what came. */
    public boolean toCount(HandOverDesk.Manifest manifest) {
        return manifest.takenAt() == null && office.scope().equals(manifest.towards());
    }
}
