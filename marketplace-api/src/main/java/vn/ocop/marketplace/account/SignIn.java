package vn.ocop.marketplace.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Signs members in, by password, by one-time code or through an identity provider, and opens guest sessions. Who has
 * set up a second factor is asked for it before there is a session. A guest who signs in brings the cart along.
 */
@Service
public class SignIn {

    /** Many people may share one address. */
    private static final int FREE_FAILURES_OF_ADDRESS = 30;

    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final HalfSignIns halves;
    private final Authenticators authenticators;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final List<GuestHandover> handovers;
    private final TransactionalOperator transaction;

    SignIn(
            People people,
            Passwords passwords,
            Sessions sessions,
            HalfSignIns halves,
            Authenticators authenticators,
            OneTimeCodes codes,
            Throttle throttle,
            List<GuestHandover> handovers,
            TransactionalOperator transaction) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.halves = halves;
        this.authenticators = authenticators;
        this.codes = codes;
        this.throttle = throttle;
        this.handovers = handovers;
        this.transaction = transaction;
    }

    /**
     * Where a request comes from.
     *
     * @param caller the guest or member it was made as, if any
     * @param address of the network
     * @param device in words, for the list of sessions
     */
    public record From(
            @Nullable Caller caller,
            String address,
            @Nullable String device) {

        @Override
        public String toString() {
            return "From";
        }
    }

    /** A session, or the token with which the second factor is to be given to get one. */
    public record Outcome(Sessions.Opened opened, boolean secondFactorNeeded) {}

    public Mono<Sessions.Opened> asGuest() {
        return sessions.openForNewGuest();
    }

    public Mono<Outcome> byPassword(String typedLogin, String password, From from) {
        var login = Login.typed("login", typedLogin);
        var address = "address " + from.address();
        return throttle.attempt(login.subject())
                .then(throttle.attempt(address, FREE_FAILURES_OF_ADDRESS))
                .then(Mono.defer(() -> verified(login, password)))
                .delayUntil(member -> throttle.succeeded(login.subject()).then(throttle.takeBack(address)))
                .flatMap(member -> firstFactorGiven(member, from));
    }

    private Mono<UUID> verified(Login login, String password) {
        return people.credentials(login)
                .flatMap(known -> matches(known, password))
                .switchIfEmpty(
                        Mono.defer(() -> passwords.matchesNobody(password).then(Mono.empty())))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_SIGN_IN)));
    }

    private Mono<UUID> matches(People.Credentials known, String password) {
        var hash = known.passwordHash();
        return hash == null
                ? Mono.empty()
                : passwords
                        .matches(password, hash)
                        .flatMap(right -> right
                                ? Mono.just(known.id())
                                : Mono.error(new ProblemException(AccountProblem.WRONG_SIGN_IN)));
    }

    /** Sends a code; whether there is an account to sign in to is not told. */
    public Mono<OneTimeCodes.Sent> sendCode(OneTimeCodes.Request request) {
        return people.exists(Login.typed("destination", request.destination()))
                .flatMap(exists -> exists ? codes.send(request) : codes.pretend(request));
    }

    public Mono<Outcome> byCode(UUID codeId, String code, From from) {
        return codes.redeem(codeId, CodePurpose.SIGN_IN, code)
                .flatMap(proven -> people.proven(proven.login()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_CODE)))
                .flatMap(member -> firstFactorGiven(member, from));
    }

    /** For whoever has shown who they are in one way. */
    Mono<Outcome> firstFactorGiven(UUID member, From from) {
        return authenticators
                .active(member)
                .flatMap(active -> active
                        ? halves.begin(member).map(half -> new Outcome(half, true))
                        : open(member, false, from).map(opened -> new Outcome(opened, false)));
    }

    public Mono<Sessions.Opened> withSecondFactor(String halfToken, String code, From from) {
        return halves.find(halfToken)
                .delayUntil(member -> authenticators.verify(member, code))
                .flatMap(member -> halves.end(halfToken).then(Mono.defer(() -> open(member, true, from))));
    }

    private Mono<Sessions.Opened> open(UUID member, boolean secondFactor, From from) {
        return handOver(member, from.caller())
                .then(Mono.defer(() -> sessions.openMember(member, secondFactor, from.device())))
                .as(transaction::transactional);
    }

    private Mono<Void> handOver(UUID member, @Nullable Caller caller) {
        return caller == null || !caller.guest() || caller.id().equals(member)
                ? Mono.empty()
                : Flux.fromIterable(handovers)
                        .concatMap(handover -> handover.handOver(caller.id(), member))
                        .then();
    }

    public Mono<Void> signOut(String token) {
        return sessions.end(token);
    }
}
