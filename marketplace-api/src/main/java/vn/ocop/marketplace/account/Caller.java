package vn.ocop.marketplace.account;

import java.util.Set;
import java.util.UUID;
import vn.ocop.marketplace.platform.ProblemCode;
import vn.ocop.marketplace.platform.ProblemException;

/** Who makes a request, and the one place that answers whether they may work for a shop, an office or a province. */
public record Caller(UUID id, boolean guest, Set<Membership> memberships) {

    public Caller {
        memberships = Set.copyOf(memberships);
    }

    public boolean worksFor(Membership.Kind kind, String scope) {
        return memberships.contains(new Membership(kind, scope))
                || memberships.contains(new Membership(Membership.Kind.PLATFORM, "*"));
    }

    /** Refuses with the given "not found": what is someone else's does not exist for the caller. */
    public void mustWorkFor(Membership.Kind kind, String scope, ProblemCode notFound) {
        if (!worksFor(kind, scope)) {
            throw new ProblemException(notFound, scope);
        }
    }
}
