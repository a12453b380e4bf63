package vn.ocop.marketplace.account;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What a household lets somebody do for its shop, while it is in force. */
public record Mandate(UUID id, String shop, Set<Permission> permissions) {

    /** Money and staff stay in the household's own hands. */
    public static final Set<Permission> POSSIBLE =
            Set.copyOf(EnumSet.of(Permission.SHOP_PROFILE, Permission.SHOP_LISTINGS, Permission.SHOP_ORDERS));

    public Mandate {
        permissions = Set.copyOf(permissions);
    }

    boolean covers(Permission permission, String scope) {
        return shop.equals(scope) && POSSIBLE.contains(permission) && permissions.contains(permission);
    }
}
