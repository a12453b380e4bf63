package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The clerk's desk: a scan field, the last thing done in one big line, and a work list.
 *
 * @param scanned what was scanned or typed, or empty
 * @param toReview whether these are the parcels with scans that do not fit
 * @param proofs of the one parcel that was looked for
 * @param refused what phones kept and the office would not take
 * @param last the parcel something was just done to
 * @param refusal why something could not be done
 */
public record PostPage(
        Head head,
        List<Person.Membership> offices,
        Person.Membership office,
        Parcel.Status status,
        String scanned,
        boolean toReview,
        Queue queue,
        List<Proof> proofs,
        List<RefusedScan> refused,
        @Nullable Parcel last,
        @Nullable String refusal) {

    static PostPage of(
            Visit visit,
            Person person,
            Ask ask,
            Queue queue,
            List<Proof> proofs,
            List<RefusedScan> refused,
            @Nullable Parcel last,
            @Nullable String no) {
        var head = Head.personal(visit.t("post.title")).withScripts("htmx.js", "post.js");
        return new PostPage(
                head,
                person.worksFor("POST_OFFICE"),
                ask.of(person),
                ask.status(),
                ask.scanned(),
                ask.toReview(),
                queue,
                proofs,
                refused,
                last,
                no);
    }

    /** What was found by a phone number or a name. */
    static PostPage found(Visit visit, Person person, Ask ask, Queue found, String typed) {
        var head = Head.personal(visit.t("post.title")).withScripts("htmx.js", "post.js");
        return new PostPage(
                head,
                person.worksFor("POST_OFFICE"),
                ask.of(person),
                ask.status(),
                typed,
                false,
                found,
                List.of(),
                List.of(),
                null,
                null);
    }

    /** What one does with a parcel at a desk, in the order of the day. */
    public static final List<Parcel.Status> STEPS = List.of(
            Parcel.Status.ACCEPTED,
            Parcel.Status.AT_DELIVERY_OFFICE,
            Parcel.Status.IN_TRANSIT,
            Parcel.Status.OUT_FOR_DELIVERY,
            Parcel.Status.DELIVERED,
            Parcel.Status.FAILED,
            Parcel.Status.RETURNING,
            Parcel.Status.RETURNED);

    public List<String> reasons() {
        return CourierPage.REASONS;
    }

    public String id() {
        return UUID.randomUUID().toString();
    }

    public String reviewPath() {
        return "/buu-cuc?buu-cuc=" + office.scope() + "&trang-thai=TO_REVIEW";
    }

    /** Labels of everything on the page, four to a sheet. */
    public String labelsPath() {
        var path = new StringBuilder("/buu-cuc/van-don?buu-cuc=" + office.scope() + "&kho=A4");
        queue.items().forEach(parcel -> path.append("&ma=").append(parcel.trackingNumber()));
        return path.toString();
    }

    public String labelPath(Parcel parcel) {
        return "/buu-cuc/van-don?buu-cuc=" + office.scope() + "&ma=" + parcel.trackingNumber();
    }

    public static List<Parcel.Status> lists() {
        return List.of(
                Parcel.Status.TO_COLLECT,
                Parcel.Status.ACCEPTED,
                Parcel.Status.OUT_FOR_DELIVERY,
                Parcel.Status.FAILED,
                Parcel.Status.RETURNING,
                Parcel.Status.DELIVERED);
    }

    /** The list of a state, in the office that is open. */
    public String path(Parcel.Status of) {
        return "/buu-cuc?buu-cuc=" + office.scope() + "&trang-thai=" + of.name();
    }

    public @Nullable String nextPath() {
        return queue.next() == null ? null : path(status) + "&after=" + queue.next();
    }

    /** Whether one parcel was looked for and not found. */
    public boolean notFound() {
        return !scanned.isEmpty() && queue.items().isEmpty();
    }
}
