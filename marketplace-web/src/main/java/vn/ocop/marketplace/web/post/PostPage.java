package vn.ocop.marketplace.web.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The clerk's desk: a scan field, the last thing done in one big line, and a work list.
 *
 * @param scanned what was scanned or typed, or empty
 * @param last the parcel something was just done to
 * @param refusal why something could not be done
 */
public record PostPage(
        Head head,
        List<Person.Membership> offices,
        Person.Membership office,
        Parcel.Status status,
        String scanned,
        Queue queue,
        @Nullable Parcel last,
        @Nullable String refusal) {

    static PostPage of(Visit visit, Person person, Ask ask, Queue queue, @Nullable Parcel last, @Nullable String no) {
        var head = Head.personal(visit.t("post.title")).withScripts("htmx.js");
        return new PostPage(
                head, person.worksFor("POST_OFFICE"), ask.of(person), ask.status(), ask.scanned(), queue, last, no);
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
