package vn.ocop.marketplace.web.account;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is here, and what they work for. */
public record Person(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        boolean guest,
        @Nullable List<Membership> memberships) {

    /** A shop, post office or other body this person works for; the scope is its id or code. */
    public record Membership(String kind, String scope, String name) {}

    public List<Membership> worksFor(String kind) {
        return memberships == null
                ? List.of()
                : memberships.stream()
                        .filter(membership -> membership.kind().equals(kind))
                        .toList();
    }

    public boolean sells() {
        return !worksFor("SHOP").isEmpty();
    }

    public boolean handlesParcels() {
        return !worksFor("POST_OFFICE").isEmpty();
    }

    /** The membership of a scope, or the first of its kind. */
    public Membership at(String kind, @Nullable String scope) {
        var all = worksFor(kind);
        return all.stream()
                .filter(membership -> Objects.equals(membership.scope(), scope))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    /** Where somebody goes who has just signed in and was not on the way to anything. */
    String home() {
        if (sells()) {
            return "/nguoi-ban";
        }
        if (handlesParcels()) {
            return "/buu-cuc";
        }
        return worksFor("PROVINCE").isEmpty() ? "/" : "/ban-tinh";
    }
}
