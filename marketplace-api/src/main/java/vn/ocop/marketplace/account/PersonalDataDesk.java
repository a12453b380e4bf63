package vn.ocop.marketplace.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Hands people everything that is known of them, and forgets them when they ask and nothing open stands against it. */
@Service
public class PersonalDataDesk {

    private final List<PersonalData> parts;
    private final OneTimeCodes codes;
    private final People people;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    PersonalDataDesk(
            List<PersonalData> parts,
            OneTimeCodes codes,
            People people,
            Sessions sessions,
            AuditLog audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.parts = parts;
        this.codes = codes;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Mono<Map<String, Object>> export(Caller caller) {
        return Flux.fromIterable(parts)
                .concatMap(part -> part.export(caller.id()).map(known -> Map.entry(part.section(), known)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .map(known -> {
                    known.put("exportedAt", clock.instant());
                    return known;
                });
    }

    /** Erases the account of whoever gives the code sent to its own phone or e-mail. */
    public Mono<Void> erase(Caller caller, UUID codeId, String code) {
        return reasons(caller.id())
                .doOnNext(reasons -> {
                    if (!reasons.isEmpty()) {
                        throw new ProblemException(AccountProblem.ERASURE_BLOCKED, reasons);
                    }
                })
                .then(Mono.defer(() -> codes.redeem(codeId, CodePurpose.ERASURE, code)))
                .filterWhen(proven -> people.find(caller.id()).map(person -> isTheirs(person, proven)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_CODE)))
                .flatMap(proven -> forget(caller))
                .doOnSuccess(done -> sessions.forget(caller.id()));
    }

    private static boolean isTheirs(Person person, OneTimeCodes.Proven proven) {
        return proven.phone() != null
                ? proven.phone().equals(person.phone())
                : String.valueOf(proven.email()).equals(person.email());
    }

    private Mono<List<FieldProblem>> reasons(UUID person) {
        return Flux.fromIterable(parts)
                .concatMap(part -> part.reasonToKeep(person).map(reason -> new FieldProblem(part.section(), reason)))
                .collectList();
    }

    private Mono<Void> forget(Caller caller) {
        return audit.record(caller, Act.of("account.erased", Act.Owner.person(caller.id())))
                .thenMany(Flux.fromIterable(parts))
                .concatMap(part -> part.erase(caller.id()))
                .then()
                .as(transaction::transactional);
    }
}
