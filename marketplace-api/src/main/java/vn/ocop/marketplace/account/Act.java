package vn.ocop.marketplace.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, as the audit log keeps it: {@code Act.of("shop.suspended", Act.Owner.shop(id)).in("44")
 * .on(id).because(reason)}. Holds ids and words that officers wrote, never personal data.
 *
 * @param action {@code module.what-was-done}
 * @param owner whose affair it is
 * @param province the province that oversees it, where there is one
 * @param subject the object it was done to
 */
public record Act(
        String action,
        Owner owner,
        @Nullable String province,
        @Nullable String subject,
        @Nullable String reason,
        Map<String, Object> details) {

    /** Whose affair something is: a person, or a workplace. */
    public record Owner(String kind, String scope) {

        private static final String PERSON = "PERSON";

        public static Owner person(UUID id) {
            return new Owner(PERSON, id.toString());
        }

        public static Owner shop(UUID id) {
            return at(Membership.Kind.SHOP, id.toString());
        }

        public static Owner province(String code) {
            return at(Membership.Kind.PROVINCE, code);
        }

        public static Owner platform() {
            return at(Membership.Kind.PLATFORM, "*");
        }

        public static Owner at(Membership.Kind kind, String scope) {
            return new Owner(kind.name(), scope);
        }

        /** Whether the person acts for themselves or for a workplace of their own. */
        boolean includes(Caller actor) {
            return kind.equals(PERSON)
                    ? scope.equals(actor.id().toString())
                    : actor.belongsTo(Membership.Kind.valueOf(kind), scope);
        }
    }

    public Act {
        details = Map.copyOf(details);
    }

    public static Act of(String action, Owner owner) {
        return new Act(action, owner, null, null, null, Map.of());
    }

    public Act in(@Nullable String provinceCode) {
        return new Act(action, owner, provinceCode, subject, reason, details);
    }

    public Act on(Object id) {
        return new Act(action, owner, province, id.toString(), reason, details);
    }

    public Act because(@Nullable String why) {
        return new Act(action, owner, province, subject, why, details);
    }

    /** Adds a fact, such as the state before or after. */
    public Act with(String name, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Act(action, owner, province, subject, reason, more);
    }
}
