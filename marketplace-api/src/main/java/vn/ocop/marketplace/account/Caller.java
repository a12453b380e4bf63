package vn.ocop.marketplace.account;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemCode;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Who makes a request, and the one place that answers what they may do and where. The memberships are those in force
 * for this session: a workplace that needs a second factor is not among them before it was given.
 */
public record Caller(
        UUID id,
        boolean guest,
        Set<Membership> memberships,
        Set<Mandate> mandates,
        @Nullable Session session) {

    /** How the caller is signed in. */
    public record Session(UUID id, boolean secondFactor, Assurance assurance) {}

    private static final String ALL = "*";

    public Caller {
        memberships = Set.copyOf(memberships);
        mandates = Set.copyOf(mandates);
    }

    public Caller(UUID id, boolean guest, Set<Membership> memberships, @Nullable Session session) {
        this(id, guest, memberships, Set.of(), session);
    }

    public Caller(UUID id, boolean guest, Set<Membership> memberships) {
        this(id, guest, memberships, Set.of(), null);
    }

    /**
     * Whether the permission is theirs at the workplace of this scope, as its people or by a household's mandate.
     * Support may do what people of other workplaces may, but nothing more on the platform itself than is named.
     */
    public boolean may(Permission permission, String scope) {
        return mayAsMember(permission, scope) || byMandate(permission, scope);
    }

    /**
     * Whether only a mandate allows it: then the household has the last word on what is offered in its name and on its
     * money.
     */
    public boolean onlyByMandate(Permission permission, String scope) {
        return !mayAsMember(permission, scope) && byMandate(permission, scope);
    }

    private boolean byMandate(Permission permission, String scope) {
        return mandates.stream().anyMatch(mandate -> mandate.covers(permission, scope));
    }

    private boolean mayAsMember(Permission permission, String scope) {
        return memberships.stream()
                .anyMatch(membership -> (membership.scope().equals(scope) && membership.allows(permission))
                        || (permission.kind() != Membership.Kind.PLATFORM
                                && membership.allows(Permission.PLATFORM_SUPPORT)));
    }

    /** Refuses with the given "not found": what is someone else's does not exist for the caller. */
    public void mustBeAllowed(Permission permission, String scope, ProblemCode notFound) {
        if (!may(permission, scope)) {
            throw new ProblemException(notFound, scope);
        }
    }

    /** May this be done on the platform as a whole. */
    public boolean mayOnPlatform(Permission permission) {
        return may(permission, ALL);
    }

    /** Where the permission is theirs by membership, leaving out that support may work anywhere. */
    public Set<String> scopes(Permission permission) {
        return memberships.stream()
                .filter(membership -> membership.allows(permission))
                .map(Membership::scope)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this is one of their own workplaces, whatever they may do there. */
    public boolean belongsTo(Membership.Kind kind, String scope) {
        return memberships.stream().anyMatch(membership -> membership.at(kind, scope));
    }

    public boolean worksFor(Membership.Kind kind, String scope) {
        return belongsTo(kind, scope) || mayOnPlatform(Permission.PLATFORM_SUPPORT);
    }

    /** Refuses with the given "not found" whoever does not work there at all. */
    public void mustWorkFor(Membership.Kind kind, String scope, ProblemCode notFound) {
        if (!worksFor(kind, scope)) {
            throw new ProblemException(notFound, scope);
        }
    }
}
