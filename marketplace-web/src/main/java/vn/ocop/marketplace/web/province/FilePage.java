package vn.ocop.marketplace.web.province;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.selling.ListingFile;
import vn.ocop.marketplace.web.selling.ListingState;
import vn.ocop.marketplace.web.site.Head;

/** One listing with everything an officer needs to decide. */
public record FilePage(
        Head head,
        Person.Membership province,
        ListingFile file,
        @Nullable String refusal) {

    public boolean waits() {
        return file.listing().status() == ListingState.IN_REVIEW
                || file.listing().wanted() != null;
    }
}
