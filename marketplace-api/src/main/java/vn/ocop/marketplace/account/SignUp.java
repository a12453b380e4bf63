package vn.ocop.marketplace.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Turns a guest into a member, or adds a member where there was no guest; cart and orders of the guest stay. A code
 * shows that the phone or the e-mail is theirs; whoever has an account already is signed in to it.
 */
@Service
public class SignUp {

    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final OneTimeCodes codes;
    private final SignIn signIn;
    private final TransactionalOperator transaction;

    SignUp(
            People people,
            Passwords passwords,
            Sessions sessions,
            OneTimeCodes codes,
            SignIn signIn,
            TransactionalOperator transaction) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.codes = codes;
        this.signIn = signIn;
        this.transaction = transaction;
    }

    /** Who wants an account; without a password one signs in by code. */
    public record Application(
            UUID codeId, String code, String name, @Nullable String password) {

        @Override
        public String toString() {
            return "Application";
        }
    }

    public Mono<SignIn.Outcome> signUp(Application application, SignIn.From from) {
        return hashed(application)
                .flatMap(hash -> codes.redeem(application.codeId(), CodePurpose.SIGN_UP, application.code())
                        .map(OneTimeCodes.Proven::login)
                        .flatMap(login -> people.proven(login)
                                .flatMap(member -> signIn.firstFactorGiven(member, from))
                                .switchIfEmpty(Mono.defer(() -> add(application.name(), login, hash, from)))));
    }

    private Mono<Optional<String>> hashed(Application application) {
        var password = application.password();
        return password == null || password.isEmpty()
                ? Mono.just(Optional.empty())
                : passwords.hashNew(password, List.of(application.name())).map(Optional::of);
    }

    private Mono<SignIn.Outcome> add(String name, Login login, Optional<String> hash, SignIn.From from) {
        var member = new People.NewMember(name, login, hash.orElse(null));
        return promoted(member, from.caller())
                .switchIfEmpty(Mono.defer(() -> people.addMember(member)))
                .flatMap(id -> sessions.openMember(id, false, from.device()))
                .as(transaction::transactional)
                .doOnNext(opened -> sessions.forget(opened.personId()))
                .map(opened -> new SignIn.Outcome(opened, false));
    }

    private Mono<UUID> promoted(People.NewMember member, @Nullable Caller caller) {
        return caller != null && caller.guest() ? people.promote(caller.id(), member) : Mono.empty();
    }
}
