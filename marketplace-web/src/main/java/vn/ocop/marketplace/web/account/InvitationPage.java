package vn.ocop.marketplace.web.account;

import java.time.Instant;
import java.util.List;
import vn.ocop.marketplace.web.site.Head;

/** What the holder of an invitation sees before accepting. */
public record InvitationPage(Head head, String token, boolean signedIn, Shown shown) {

    public record Shown(
            String kind, String scope, String workplace, boolean owner, List<String> permissions, Instant expiresAt) {}
}
