package vn.ocop.marketplace.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Who works where. People are invited by a link that works once, changed and removed; a workplace always keeps an
 * owner, and nobody hands out more than they have.
 */
@Service
public class Memberships {

    private final MembershipRepository memberships;
    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Map<Membership.Kind, Workplaces> directories;

    Memberships(
            MembershipRepository memberships,
            Sessions sessions,
            AuditLog audit,
            TransactionalOperator transaction,
            List<Workplaces> directories) {
        this.memberships = memberships;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.directories = directories.stream().collect(Collectors.toMap(Workplaces::kind, Function.identity()));
    }

    /** A workplace. */
    public record Place(Membership.Kind kind, String scope) {}

    /** Somebody at a workplace, as the others there see them. */
    public record Worker(
            UUID personId,
            @Nullable String name,
            boolean owner,
            List<String> permissions,
            boolean secondFactor,
            Instant since) {}

    /** What somebody may do at a workplace. */
    public record Grant(boolean owner, Set<Permission> permissions) {

        public Grant {
            permissions = owner || permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
        }

        /** Leaves out what means nothing at workplaces of a kind. */
        Grant at(Membership.Kind kind) {
            return new Grant(
                    owner,
                    permissions.stream()
                            .filter(permission -> permission.kind() == kind)
                            .collect(Collectors.toSet()));
        }
    }

    /** Binds a person to a workplace that has just come to be; for the module that owns it. */
    public Mono<Void> bindOwner(UUID person, Membership.Kind kind, String scope) {
        return memberships
                .bind(person, new Place(kind, scope), new Grant(true, Set.of()))
                .doOnSuccess(bound -> sessions.forget(person));
    }

    public Mono<List<Worker>> staff(Place place, Caller caller) {
        return allowed(place, caller)
                .then(Mono.defer(() -> memberships.at(place).collectList()));
    }

    /** Who may do something at a workplace; for the module that owns it, which has seen to it that one may know. */
    public Mono<List<Worker>> whoMay(Permission permission, String scope) {
        return memberships
                .at(new Place(permission.kind(), scope))
                .filter(worker -> worker.owner() || worker.permissions().contains(permission.name()))
                .collectList();
    }

    public Mono<Void> change(Place place, UUID person, Grant wanted, Caller caller) {
        var grant = wanted.at(place.kind());
        return allowed(place, caller)
                .then(Mono.defer(() -> {
                    mustHave(place, grant, caller);
                    return kept(place, person, grant.owner(), caller)
                            .then(memberships.bind(person, place, grant))
                            .then(audit.record(caller, act("account.staff-changed", place, person)));
                }))
                .as(transaction::transactional)
                .doOnSuccess(changed -> sessions.forget(person));
    }

    /** Removes somebody, or lets them go who want to leave. */
    public Mono<Void> remove(Place place, UUID person, Caller caller) {
        var leaves = person.equals(caller.id()) && caller.belongsTo(place.kind(), place.scope());
        return (leaves ? Mono.<Void>empty() : allowed(place, caller))
                .then(Mono.defer(() -> kept(place, person, false, caller)))
                .then(Mono.defer(() -> memberships.remove(person, place)))
                .then(Mono.defer(() -> audit.record(caller, act("account.staff-removed", place, person))))
                .as(transaction::transactional)
                .doOnSuccess(removed -> sessions.forget(person));
    }

    /** Whoever is not at the workplace cannot be changed; only an owner touches an owner; the last one stays. */
    private Mono<Void> kept(Place place, UUID person, boolean staysOwner, Caller caller) {
        return memberships
                .lockOwners(place)
                .collectList()
                .flatMap(owners -> memberships
                        .find(person, place)
                        .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.STAFF_NOT_FOUND)))
                        .doOnNext(membership -> {
                            if (membership.owner() && !isOwner(place, caller)) {
                                throw new ProblemException(AccountProblem.MORE_THAN_ONES_OWN);
                            }
                            if (membership.owner() && !staysOwner && owners.size() == 1) {
                                throw new ProblemException(AccountProblem.LAST_OWNER);
                            }
                        })
                        .then());
    }

    /** Refuses whoever may not deal with the staff of a workplace, and workplaces that do not exist. */
    Mono<Void> allowed(Place place, Caller caller) {
        if (!caller.may(place.kind().staffPermission(), place.scope())) {
            return Mono.error(new ProblemException(AccountProblem.WORKPLACE_NOT_FOUND));
        }
        return name(place).then();
    }

    Mono<String> name(Place place) {
        var directory = directories.get(place.kind());
        if (directory == null) {
            return place.kind() == Membership.Kind.PLATFORM && place.scope().equals("*")
                    ? Mono.just(place.scope())
                    : Mono.error(new ProblemException(AccountProblem.WORKPLACE_NOT_FOUND));
        }
        // A shop's directory takes ids only, and says so by throwing.
        return Mono.defer(() -> directory.name(place.scope()))
                .onErrorResume(IllegalArgumentException.class, noScope -> Mono.empty())
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WORKPLACE_NOT_FOUND)));
    }

    static void mustHave(Place place, Grant grant, Caller caller) {
        var has = grant.owner()
                ? isOwner(place, caller)
                : !grant.permissions().isEmpty()
                        && grant.permissions().stream().allMatch(permission -> caller.may(permission, place.scope()));
        if (!has) {
            throw new ProblemException(AccountProblem.MORE_THAN_ONES_OWN);
        }
    }

    private static boolean isOwner(Place place, Caller caller) {
        return caller.mayOnPlatform(Permission.PLATFORM_SUPPORT) && place.kind() != Membership.Kind.PLATFORM
                || caller.memberships().stream()
                        .anyMatch(membership -> membership.owner() && membership.at(place.kind(), place.scope()));
    }

    static Act act(String action, Place place, UUID person) {
        return Act.of(action, Act.Owner.at(place.kind(), place.scope())).on(person);
    }
}
