package vn.ocop.marketplace.account;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Argon2id hashing, kept off the event loop and limited to two at a time because each takes 16 MB and a core. */
@Component
class Passwords {

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Scheduler hashing = Schedulers.newBoundedElastic(2, 1_000, "password");
    private final String nobodysHash = encoder.encode("no one has this password");

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(hashing);
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(hashing);
    }

    /** Takes as long as a real comparison, so that an unknown login is not told apart by its speed. */
    Mono<Boolean> matchesNobody(String password) {
        return matches(password, nobodysHash).thenReturn(false);
    }
}
