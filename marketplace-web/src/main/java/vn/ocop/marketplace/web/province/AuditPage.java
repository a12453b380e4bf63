package vn.ocop.marketplace.web.province;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** Who did what in a province, the newest first. */
public record AuditPage(
        Head head,
        Person.Membership province,
        String action,
        String subject,
        List<Entry> items,
        @Nullable String next) {

    /** One thing that was done; without an actor it was the marketplace itself. */
    public record Entry(
            Instant at,
            @Nullable String actorName,
            boolean onBehalf,
            String action,
            String ownerKind,
            @Nullable String subject,
            @Nullable String reason) {}

    public static final List<String> ACTIONS = List.of(
            "shop.submitted",
            "shop.opened",
            "shop.sent-back",
            "shop.refused",
            "shop.suspended",
            "shop.lifted",
            "shop.closed",
            "shop.bank-changed",
            "shop.removal-requested",
            "shop.removal-answered",
            "listing.approved",
            "listing.refused",
            "listing.taken-down",
            "account.staff-changed",
            "account.staff-removed");

    public @Nullable String nextPath() {
        return next == null
                ? null
                : "/ban-tinh/nhat-ky?tinh=" + province.scope() + "&viec=" + action + "&ma=" + subject + "&after="
                        + next;
    }
}
