package vn.ocop.marketplace.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Turns a guest into a member, or adds a member where there was no guest. Cart and orders of the guest stay. */
@Service
public class SignUp {

    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TransactionalOperator transaction;

    SignUp(People people, Passwords passwords, Sessions sessions, TransactionalOperator transaction) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** Who wants an account; at least one of phone and e-mail. */
    public record Application(
            String name, @Nullable String phone, @Nullable String email, String password) {}

    public Mono<Sessions.Opened> signUp(Application application, @Nullable Caller caller) {
        var login = Login.of(application.phone(), application.email());
        return passwords
                .hash(application.password())
                .flatMap(hash -> add(application.name(), login, hash, caller))
                .doOnNext(opened -> sessions.forget(opened.personId()));
    }

    private Mono<Sessions.Opened> add(String name, Login login, String hash, @Nullable Caller caller) {
        return promoted(name, login, hash, caller)
                .switchIfEmpty(Mono.defer(() -> people.addMember(name, login, hash)))
                .flatMap(sessions::open)
                .as(transaction::transactional);
    }

    private Mono<UUID> promoted(String name, Login login, String hash, @Nullable Caller caller) {
        return caller != null && caller.guest() ? people.promote(caller.id(), name, login, hash) : Mono.empty();
    }
}
