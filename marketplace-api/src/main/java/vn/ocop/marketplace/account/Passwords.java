package vn.ocop.marketplace.account;

import java.util.List;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Argon2id hashing, kept off the event loop and limited to two at a time because each takes 16 MB and a core. */
@Component
class Passwords {

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Scheduler hashing = Schedulers.newBoundedElastic(2, 1_000, "password");
    private final BreachedPasswords breached;
    private final String nobodysHash = encoder.encode("no one has this password");

    Passwords(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** Hashes a new password; refuses one that is easily guessed or known to have leaked. */
    Mono<String> hashNew(String password, List<String> aboutOwner) {
        return Mono.fromCallable(() -> {
                    if (breached.knows(password, aboutOwner)) {
                        throw new ProblemException(
                                PlatformProblem.INVALID, List.of(new FieldProblem("password", "field.password-known")));
                    }
                    return encoder.encode(password);
                })
                .subscribeOn(hashing);
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(hashing);
    }

    /** Takes as long as a real comparison, so that an unknown login is not told apart by its speed. */
    Mono<Boolean> matchesNobody(String password) {
        return matches(password, nobodysHash).thenReturn(false);
    }
}
