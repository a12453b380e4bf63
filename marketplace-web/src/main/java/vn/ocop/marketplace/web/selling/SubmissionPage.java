package vn.ocop.marketplace.web.selling;

import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** How far the submission of every draft has got. */
public record SubmissionPage(Head head, Person.Membership shop, DraftSubmission submission) {

    public String path() {
        return "/nguoi-ban/gui-duyet/" + submission.id() + "?gian-hang=" + shop.scope();
    }

    public String draftsPath() {
        return "/nguoi-ban/san-pham?gian-hang=" + shop.scope() + "&loai=DRAFT";
    }
}
