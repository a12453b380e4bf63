package vn.ocop.marketplace.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What a person may read of themselves. */
@Service
public class AccountQueries {

    private final People people;
    private final MembershipRepository memberships;
    private final Mandates mandates;
    private final Map<Membership.Kind, Workplaces> workplaces;

    AccountQueries(People people, MembershipRepository memberships, Mandates mandates, List<Workplaces> workplaces) {
        this.mandates = mandates;
        this.people = people;
        this.memberships = memberships;
        this.workplaces = workplaces.stream().collect(Collectors.toMap(Workplaces::kind, Function.identity()));
    }

    /**
     * A membership with the name of what it is bound to.
     *
     * @param waits whether it is out of force until a second factor is given
     */
    public record Workplace(Membership membership, String name, boolean waits) {}

    /** A shop the caller works for by mandate, with its name. */
    public record Mandated(MandateFile mandate, UUID shop, String name) {}

    /** For whom the caller works by mandate today. */
    public Mono<List<Mandated>> mandates(Caller caller) {
        var directory = workplaces.get(Membership.Kind.SHOP);
        return mandates.inForceFor(caller)
                .flatMapIterable(found -> found)
                .concatMap(mandate -> {
                    var shop = Objects.requireNonNull(mandate.shop());
                    return (directory == null ? Mono.<String>empty() : directory.name(shop.toString()))
                            .defaultIfEmpty(mandate.householdName())
                            .map(name -> new Mandated(mandate, shop, name));
                })
                .collectList();
    }

    /** The shops people own, by person; who owns none is missing. */
    public Mono<Map<UUID, Set<UUID>>> ownedShops(Set<UUID> owners) {
        return memberships.ownedShops(owners);
    }

    public Mono<Person> person(UUID id) {
        return people.find(id);
    }

    /** What people are called; who has no name, or is forgotten, is missing. */
    public Mono<Map<UUID, String>> names(Set<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : people.names(ids);
    }

    /** Where the caller works, also where a second factor is still missing. */
    public Mono<List<Workplace>> workplaces(Caller caller) {
        return memberships
                .ofPerson(caller.id())
                .flatMap(place -> named(caller, place), 4)
                .sort(Comparator.comparing((Workplace work) -> work.membership().kind())
                        .thenComparing(Workplace::name))
                .collectList();
    }

    private Mono<Workplace> named(Caller caller, Memberships.Place place) {
        var inForce = caller.memberships().stream()
                .filter(membership -> membership.at(place.kind(), place.scope()))
                .findFirst();
        var directory = workplaces.get(place.kind());
        return (directory == null ? Mono.<String>empty() : directory.name(place.scope()))
                .defaultIfEmpty(place.scope())
                .map(name -> new Workplace(
                        inForce.orElseGet(() -> new Membership(place.kind(), place.scope(), false, Set.of())),
                        name,
                        inForce.isEmpty()));
    }
}
