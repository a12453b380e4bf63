package vn.ocop.marketplace.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;

/** Signs members in, opens guest sessions, ends both. A guest who signs in brings the cart along. */
@Service
public class SignIn {

    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final List<GuestHandover> handovers;
    private final TransactionalOperator transaction;

    SignIn(
            People people,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            List<GuestHandover> handovers,
            TransactionalOperator transaction) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.handovers = handovers;
        this.transaction = transaction;
    }

    public Mono<Sessions.Opened> asGuest() {
        return sessions.openForNewGuest();
    }

    public Mono<Sessions.Opened> signIn(String typedLogin, String password, @Nullable Caller caller) {
        var login = Login.typed("login", typedLogin);
        return throttle.check(login.subject())
                .then(Mono.defer(() -> verified(login, password)))
                .flatMap(member -> open(member, caller));
    }

    private Mono<UUID> verified(Login login, String password) {
        return people.credentials(login)
                .filterWhen(known -> passwords.matches(password, known.passwordHash()))
                .map(People.Credentials::id)
                .delayUntil(id -> throttle.succeeded(login.subject()))
                .switchIfEmpty(Mono.defer(() -> refused(login, password)));
    }

    private Mono<UUID> refused(Login login, String password) {
        return passwords
                .matchesNobody(password)
                .then(throttle.failed(login.subject()))
                .then(Mono.error(() -> new ProblemException(AccountProblem.WRONG_SIGN_IN)));
    }

    private Mono<Sessions.Opened> open(UUID member, @Nullable Caller caller) {
        return handOver(member, caller)
                .then(Mono.defer(() -> sessions.open(member)))
                .as(transaction::transactional);
    }

    private Mono<Void> handOver(UUID member, @Nullable Caller caller) {
        return caller == null || !caller.guest()
                ? Mono.empty()
                : Flux.fromIterable(handovers)
                        .concatMap(handover -> handover.handOver(caller.id(), member))
                        .then();
    }

    public Mono<Void> signOut(String token) {
        return sessions.end(token);
    }
}
