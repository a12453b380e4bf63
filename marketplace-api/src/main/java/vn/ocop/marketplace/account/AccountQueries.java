package vn.ocop.marketplace.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person may read of themselves. */
@Service
public class AccountQueries {

    private final People people;
    private final Map<Membership.Kind, Workplaces> workplaces;

    AccountQueries(People people, List<Workplaces> workplaces) {
        this.people = people;
        this.workplaces = workplaces.stream().collect(Collectors.toMap(Workplaces::kind, Function.identity()));
    }

    /** A membership with the name of what it is bound to. */
    public record Workplace(Membership.Kind kind, String scope, String name) {}

    public Mono<Person> person(UUID id) {
        return people.find(id);
    }

    public Mono<List<Workplace>> workplaces(Caller caller) {
        return Flux.fromIterable(caller.memberships())
                .flatMap(this::named, 4)
                .sort(Comparator.comparing(Workplace::kind).thenComparing(Workplace::name))
                .collectList();
    }

    private Mono<Workplace> named(Membership membership) {
        var directory = workplaces.get(membership.kind());
        return (directory == null ? Mono.<String>empty() : directory.name(membership.scope()))
                .defaultIfEmpty(membership.scope())
                .map(name -> new Workplace(membership.kind(), membership.scope(), name));
    }
}
