package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** A clerk's till, the couriers' bags, and the office's last tills. */
public record TillPage(
        Head head,
        Person.Membership office,
        TillDesk.Standing standing,
        boolean done,
        @Nullable String refusal) {

    static TillPage of(
            Visit visit, Person.Membership office, TillDesk.Standing standing, boolean done, @Nullable String refusal) {
        return new TillPage(Head.personal(visit.t("till.title")), office, standing, done, refusal);
    }

    /** The one that is open, or none. */
    public TillDesk.@Nullable Shift open() {
        return standing.shifts().stream()
                .filter(shift -> shift.mine() && shift.closedAt() == null)
                .findFirst()
                .orElse(null);
    }

    /** Those of others, and what is closed. */
    public List<TillDesk.Shift> others() {
        return standing.shifts().stream()
                .filter(shift -> !shift.mine() || shift.closedAt() != null)
                .toList();
    }

    /** A fresh id for a form: sent twice it is one move. */
    public String id() {
        return UUID.randomUUID().toString();
    }

    public boolean maySign(TillDesk.Shift shift) {
        return shift.waitsForSecond() && !shift.mine() && office.may("POST_SUPERVISION");
    }
}
