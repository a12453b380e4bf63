package vn.ocop.marketplace.account;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a membership may allow; each permission means something at one kind of workplace. */
public enum Permission {
    /** The shop's own page, addresses, opening days, bank account and documents. */
    SHOP_PROFILE(Membership.Kind.SHOP),
    /** Listings, prices, stock, certificates. */
    SHOP_LISTINGS(Membership.Kind.SHOP),
    SHOP_ORDERS(Membership.Kind.SHOP),
    SHOP_MONEY(Membership.Kind.SHOP),
    SHOP_STAFF(Membership.Kind.SHOP),

    POST_PARCELS(Membership.Kind.POST_OFFICE),
    /** Taking parcels out and handing them over: a courier's own run and nothing else. */
    POST_DELIVERY(Membership.Kind.POST_OFFICE),
    /** Deciding on what does not fit: scans that contradict each other, losses, differences of cash. */
    POST_SUPERVISION(Membership.Kind.POST_OFFICE),
    /** Opening shops and drafting listings on behalf of households. */
    POST_ONBOARDING(Membership.Kind.POST_OFFICE),
    POST_MONEY(Membership.Kind.POST_OFFICE),
    POST_STAFF(Membership.Kind.POST_OFFICE),

    PROVINCE_SHOPS(Membership.Kind.PROVINCE),
    PROVINCE_LISTINGS(Membership.Kind.PROVINCE),
    PROVINCE_CERTIFICATES(Membership.Kind.PROVINCE),
    PROVINCE_CAMPAIGNS(Membership.Kind.PROVINCE),
    PROVINCE_COMPLAINTS(Membership.Kind.PROVINCE),
    PROVINCE_FIGURES(Membership.Kind.PROVINCE),
    PROVINCE_AUDIT(Membership.Kind.PROVINCE),
    PROVINCE_STAFF(Membership.Kind.PROVINCE),

    TEAM_ONBOARDING(Membership.Kind.COMMUNITY_TEAM),
    TEAM_STAFF(Membership.Kind.COMMUNITY_TEAM),

    PLATFORM_FLOORS(Membership.Kind.PLATFORM),
    PLATFORM_CATEGORIES(Membership.Kind.PLATFORM),
    /** Programmes of the whole platform, and the provisions on promotions. */
    PLATFORM_CAMPAIGNS(Membership.Kind.PLATFORM),
    PLATFORM_MONEY(Membership.Kind.PLATFORM),
    /** How the platform speaks to carriers, and what they said that nobody understood. */
    PLATFORM_CARRIERS(Membership.Kind.PLATFORM),
    PLATFORM_PEOPLE(Membership.Kind.PLATFORM),
    PLATFORM_AUDIT(Membership.Kind.PLATFORM),
    PLATFORM_STAFF(Membership.Kind.PLATFORM),
    /** Doing at any workplace what its own people may do; the audit log tells on whose behalf. */
    PLATFORM_SUPPORT(Membership.Kind.PLATFORM);

    private static final Map<Membership.Kind, Set<Permission>> BY_KIND = byKind();

    private final Membership.Kind kind;

    Permission(Membership.Kind kind) {
        this.kind = kind;
    }

    public Membership.Kind kind() {
        return kind;
    }

    /** All that may be allowed at a workplace of this kind. */
    public static Set<Permission> of(Membership.Kind kind) {
        return BY_KIND.getOrDefault(kind, Set.of());
    }

    private static Map<Membership.Kind, Set<Permission>> byKind() {
        var all = new EnumMap<Membership.Kind, Set<Permission>>(Membership.Kind.class);
        Arrays.stream(values())
                .forEach(permission -> all.computeIfAbsent(permission.kind, none -> EnumSet.noneOf(Permission.class))
                        .add(permission));
        all.replaceAll((kind, permissions) -> Collections.unmodifiableSet(permissions));
        return all;
    }
}
