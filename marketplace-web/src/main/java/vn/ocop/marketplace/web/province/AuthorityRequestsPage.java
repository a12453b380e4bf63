package vn.ocop.marketplace.web.province;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;

/** What authorities asked to remove, with the clock that runs. */
public record AuthorityRequestsPage(
        Head head,
        Person.Membership province,
        boolean open,
        List<AuthorityRequest> items,
        Form form,
        @Nullable String said,
        @Nullable ApiProblem refusal) {

    /** One of them; without an outcome it is still to be done. */
    public record AuthorityRequest(
            String id,
            String authority,
            String number,
            String subjectKind,
            String subjectId,
            String wanted,
            Instant receivedAt,
            Instant dueAt,
            @Nullable String outcome,
            @Nullable String note,
            @Nullable Instant doneAt,
            long version) {}

    /** A list of them. */
    public record All(List<AuthorityRequest> items) {}

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }
}
