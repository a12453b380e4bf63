package vn.ocop.marketplace.account;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;

/** What members change about themselves: name, contacts, password. */
@Service
public class Profile {

    private final People people;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    Profile(
            People people,
            Passwords passwords,
            OneTimeCodes codes,
            Sessions sessions,
            Throttle throttle,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.people = people;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Mono<Void> rename(Caller caller, String name) {
        return people.rename(caller.id(), name);
    }

    /** Takes the phone or e-mail that a code has shown to be theirs. */
    public Mono<Void> setContact(Caller caller, UUID codeId, String code) {
        return codes.redeem(codeId, CodePurpose.CONTACT, code)
                .flatMap(proven -> people.setContact(caller.id(), proven.login())
                        .then(audit.record(
                                caller,
                                Act.of("account.contact-changed", Act.Owner.person(caller.id()))
                                        .with("kind", proven.phone() == null ? "email" : "phone")))
                        .as(transaction::transactional))
                .doOnTerminate(() -> sessions.forget(caller.id()));
    }

    /** Sets a password; who has one gives it first. All other sessions end. */
    public Mono<Void> setPassword(Caller caller, @Nullable String current, String password) {
        return people.find(caller.id())
                .flatMap(person -> mayChange(caller, current).then(passwords.hashNew(password, known(person))))
                .flatMap(hash -> people.setPassword(caller.id(), hash)
                        .then(Mono.defer(() -> sessions.revokeOthers(caller)))
                        .then(audit.record(caller, Act.of("account.password-changed", Act.Owner.person(caller.id()))))
                        .as(transaction::transactional));
    }

    private static List<String> known(Person person) {
        var known = new ArrayList<String>();
        for (var text : new @Nullable String[] {person.name(), person.phone(), person.email()}) {
            if (text != null) {
                known.add(text);
            }
        }
        return known;
    }

    private Mono<Void> mayChange(Caller caller, @Nullable String current) {
        var subject = "password " + caller.id();
        return people.credentials(caller.id()).flatMap(known -> {
            var hash = known.passwordHash();
            if (hash == null) {
                return Mono.empty();
            }
            return throttle.attempt(subject)
                    .then(Mono.defer(() -> passwords.matches(current == null ? "" : current, hash)))
                    .filter(right -> right)
                    .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_SIGN_IN)))
                    .then(throttle.succeeded(subject));
        });
    }
}
