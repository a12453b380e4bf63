package vn.ocop.marketplace.web.account;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is here, and what they work for. */
public record Person(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        boolean guest,
        boolean hasPassword,
        @Nullable String assurance,
        @Nullable List<Membership> memberships,
        @Nullable List<ForHousehold> mandates) {

    /** A household's shop this person works for by its mandate. */
    public record ForHousehold(String id, String shopId, String name, String householdName, List<String> permissions) {

        Membership asMembership() {
            return new Membership("SHOP", shopId, name, permissions, false, householdName, id);
        }
    }

    /** A shop, post office or other body this person works for; the scope is its id or code. */
    public record Membership(
            String kind,
            String scope,
            String name,
            @Nullable List<String> permissions,
            boolean waits,
            @Nullable String onBehalfOf,
            @Nullable String mandate) {

        public boolean may(String permission) {
            return permissions != null && permissions.contains(permission);
        }

        public boolean managesStaff() {
            return permissions != null && permissions.stream().anyMatch(permission -> permission.endsWith("_STAFF"));
        }

        public String staffPath() {
            return "/noi-lam-viec/" + kind + "/" + (kind.equals("PLATFORM") ? "tat-ca" : scope) + "/nhan-su";
        }

        /** The desk of this workplace, where there is one. */
        public @Nullable String desk() {
            return switch (kind) {
                case "SHOP" -> "/nguoi-ban/viec-can-lam?gian-hang=" + scope;
                case "POST_OFFICE" -> "/buu-cuc?buu-cuc=" + scope;
                case "COMMUNITY_TEAM" -> "/to-so?to=" + scope;
                case "PLATFORM" -> "/quan-tri";
                case "PROVINCE" -> "/ban-tinh/gian-hang?tinh=" + scope;
                default -> null;
            };
        }
    }

    /** Every workplace, also those that wait for a second factor. */
    public List<Membership> works() {
        return memberships == null ? List.of() : memberships;
    }

    /** The workplaces of a kind at which this person can work now. */
    public List<Membership> worksFor(String kind) {
        return Stream.concat(works().stream(), kind.equals("SHOP") ? mandated() : Stream.of())
                .filter(membership -> membership.kind().equals(kind) && !membership.waits())
                .toList();
    }

    private Stream<Membership> mandated() {
        return mandates == null ? Stream.of() : mandates.stream().map(ForHousehold::asMembership);
    }

    /** Where this person may open shops for households and draft their goods. */
    public List<Membership> helpingPlaces() {
        return works().stream()
                .filter(work -> work.may("POST_ONBOARDING") || work.may("TEAM_ONBOARDING"))
                .toList();
    }

    /** The place of {@code KIND:scope}, or the first. */
    public Membership helpsAt(@Nullable String place) {
        var all = helpingPlaces();
        return all.stream()
                .filter(work -> (work.kind() + ':' + work.scope()).equals(place))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    public boolean sells() {
        return works().stream().anyMatch(work -> work.kind().equals("SHOP"));
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

    public String assuranceKey() {
        return assurance == null ? "none" : assurance.toLowerCase(Locale.ROOT);
    }

    /** Where somebody goes who has just signed in and was not on the way to anything. */
    String home() {
        if (works().isEmpty()) {
            return "/";
        }
        var desk = works().getFirst().desk();
        return works().size() > 1 || works().getFirst().waits() || desk == null ? "/noi-lam-viec" : desk;
    }
}
