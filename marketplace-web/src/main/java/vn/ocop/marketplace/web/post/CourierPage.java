package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** The stops of a courier, in the order of the communes. */
public record CourierPage(
        Head head,
        Person.Membership office,
        List<Parcel> stops,
        @Nullable String refusal) {

    public static final List<String> REASONS = List.of(
            "NOBODY_THERE",
            "NO_ANSWER",
            "WRONG_ADDRESS",
            "ASKED_FOR_ANOTHER_DAY",
            "REFUSED",
            "CANNOT_PAY",
            "NOT_AS_ORDERED",
            "ROAD_CLOSED",
            "OTHER");

    static CourierPage of(Visit visit, Person.Membership office, List<Parcel> stops, @Nullable String refusal) {
        var head = Head.personal(visit.t("courier.title")).withScripts("courier.js");
        return new CourierPage(head, office, stops, refusal);
    }

    /** A fresh id for a form: sent twice it is one scan. */
    public String id() {
        return UUID.randomUUID().toString();
    }

    public long toTake() {
        return stops.stream().mapToLong(Parcel::cashToCollect).sum();
    }
}
