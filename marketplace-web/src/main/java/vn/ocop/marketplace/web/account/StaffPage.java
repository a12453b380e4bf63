package vn.ocop.marketplace.web.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * Who works at a place, and who is invited.
 *
 * @param link an invitation that was just made; shown once
 */
public record StaffPage(
        Head head,
        Person.Membership work,
        List<Worker> items,
        List<Invitation> invitations,
        @Nullable String link,
        @Nullable String refusal) {

    public record Worker(
            String personId, @Nullable String name, boolean owner, List<String> permissions, Instant since) {}

    public record Invitation(String id, boolean owner, List<String> permissions, String note, Instant expiresAt) {}

    /** What can be handed out here: nobody gives more than they have. */
    public List<String> permissions() {
        var own = work.permissions();
        return own == null ? List.of() : own;
    }
}
