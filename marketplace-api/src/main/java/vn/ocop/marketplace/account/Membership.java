package vn.ocop.marketplace.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * Binds a person to what they work for: a shop by id, a post office or province by code, a community team by id, the
 * platform by {@code *}. An owner may do everything there is to do at that kind of workplace, anyone else what is
 * named.
 */
public record Membership(Kind kind, String scope, boolean owner, Set<Permission> permissions) {

    /** The kinds of workplaces. */
    public enum Kind {
        SHOP(false),
        POST_OFFICE(false),
        PROVINCE(true),
        COMMUNITY_TEAM(false),
        PLATFORM(true);

        private final boolean secondFactor;

        Kind(boolean secondFactor) {
            this.secondFactor = secondFactor;
        }

        /** Whether one works here only after signing in with a second factor: officers and administrators. */
        public boolean needsSecondFactor() {
            return secondFactor;
        }

        /** What allows inviting people to a workplace of this kind and removing them. */
        public Permission staffPermission() {
            return switch (this) {
                case SHOP -> Permission.SHOP_STAFF;
                case POST_OFFICE -> Permission.POST_STAFF;
                case PROVINCE -> Permission.PROVINCE_STAFF;
                case COMMUNITY_TEAM -> Permission.TEAM_STAFF;
                case PLATFORM -> Permission.PLATFORM_STAFF;
            };
        }
    }

    public Membership {
        permissions = Set.copyOf(permissions);
    }

    public static Membership owner(Kind kind, String scope) {
        return new Membership(kind, scope, true, Set.of());
    }

    boolean at(Kind otherKind, String otherScope) {
        return kind == otherKind && scope.equals(otherScope);
    }

    boolean allows(Permission permission) {
        return permission.kind() == kind && (owner || permissions.contains(permission));
    }

    /** Everything this membership allows, named. */
    public Set<Permission> allowed() {
        return owner ? Permission.of(kind) : permissions.isEmpty() ? Set.of() : EnumSet.copyOf(permissions);
    }
}
