package vn.ocop.marketplace.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.SecretBox;

/**
 * Second factors: time-based codes of an app (RFC 6238, thirty seconds, six digits) and ten recovery codes for the day
 * the phone is lost. No code works twice.
 */
@Service
public class Authenticators {

    private static final Duration STEP = Duration.ofSeconds(30);
    /** A phone's clock may be off by one step either way. */
    private static final int STEPS_OFF = 1;

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final String RECOVERY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int RECOVERY_LENGTH = 10;
    private static final String HASH = "recovery-code";
    private static final String ISSUER = "OCOP Market";

    private final AuthenticatorRepository authenticators;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Throttle throttle;
    private final SecretBox secrets;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final SecureRandom random = new SecureRandom();

    Authenticators(
            AuthenticatorRepository authenticators,
            Sessions sessions,
            AuditLog audit,
            Throttle throttle,
            SecretBox secrets,
            Clock clock,
            TransactionalOperator transaction) {
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.audit = audit;
        this.throttle = throttle;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What an app has to know; {@code uri} is what its QR code says. Shown once. */
    public record Enrolment(String secret, String uri) {

        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    /** Whether a second factor is set up, and how many recovery codes are left. */
    public record State(boolean active, int recoveryCodes) {}

    public Mono<State> state(UUID person) {
        return authenticators.state(person);
    }

    /** Begins to set up an app; it counts only once a code of it came back. */
    public Mono<Enrolment> begin(Caller caller, String accountName) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = new Base32().encodeToString(bytes).replace("=", "");
        return authenticators
                .begin(caller.id(), secrets.seal(secret), clock.instant())
                .filter(begun -> begun)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.AUTHENTICATOR_IN_USE)))
                .map(begun -> new Enrolment(secret, uri(secret, accountName)));
    }

    private static String uri(String secret, String accountName) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(escape(ISSUER), escape(accountName), secret, escape(ISSUER));
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Takes the app's first code; answers the recovery codes, which are shown once. */
    public Mono<List<String>> confirm(Caller caller, String code) {
        var recovery = recoveryCodes();
        return guarded(caller.id(), right(caller.id(), code, false))
                .then(Mono.defer(() -> confirmed(caller, recovery)))
                .thenReturn(recovery)
                .doOnNext(codes -> sessions.forget(caller.id()));
    }

    private Mono<Void> confirmed(Caller caller, List<String> recovery) {
        return authenticators
                .confirm(caller.id(), clock.instant())
                .then(authenticators.replaceRecoveryCodes(
                        caller.id(), recovery.stream().map(this::hash).toList()))
                .then(sessions.secondFactorGiven(caller))
                .then(audit.record(caller, Act.of("account.authenticator-added", Act.Owner.person(caller.id()))))
                .as(transaction::transactional);
    }

    /** Removes the app; whoever works where a second factor is needed keeps it. */
    public Mono<Void> remove(Caller caller, String code) {
        return authenticators
                .needed(caller.id())
                .doOnNext(needed -> {
                    if (needed) {
                        throw new ProblemException(AccountProblem.AUTHENTICATOR_NEEDED);
                    }
                })
                .then(Mono.defer(() -> verify(caller.id(), code)))
                .then(Mono.defer(() -> authenticators
                        .remove(caller.id())
                        .then(audit.record(
                                caller, Act.of("account.authenticator-removed", Act.Owner.person(caller.id()))))
                        .as(transaction::transactional)))
                .doOnTerminate(() -> sessions.forget(caller.id()));
    }

    Mono<Boolean> active(UUID person) {
        return authenticators.state(person).map(State::active);
    }

    /** Completes when the code is right: of the app, or one of the recovery codes. Guessing gets slower and slower. */
    Mono<Void> verify(UUID person, String typed) {
        return guarded(person, right(person, typed, true));
    }

    private Mono<Void> guarded(UUID person, Mono<Boolean> right) {
        var subject = "second-factor " + person;
        return throttle.attempt(subject)
                .then(right)
                .filter(is -> is)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_CODE)))
                .flatMap(is -> throttle.succeeded(subject));
    }

    private Mono<Boolean> right(UUID person, String typed, boolean confirmed) {
        var code = typed.replaceAll("[\\s.-]", "").toLowerCase(Locale.ROOT);
        if (!code.matches("\\d{6}")) {
            return confirmed ? authenticators.useRecoveryCode(person, hash(code), clock.instant()) : Mono.just(false);
        }
        return authenticators
                .secret(person, confirmed)
                .map(stored -> matchingStep(secrets.open(stored), code, clock.instant()))
                .flatMap(step -> step.isPresent() ? authenticators.useStep(person, step.getAsLong()) : Mono.just(false))
                .defaultIfEmpty(false);
    }

    /** The step whose code this is, around a moment. */
    static OptionalLong matchingStep(String secret, String code, Instant at) {
        var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
        long now = at.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(now - STEPS_OFF, now + STEPS_OFF)
                .filter(step -> same(codeAt(key, step), code))
                .findFirst();
    }

    private static String codeAt(SecretKeySpec key, long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP)
                    .generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> recoveryCodes() {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(number -> recoveryCode())
                .toList();
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LENGTH; i++) {
            code.append(RECOVERY_LETTERS.charAt(random.nextInt(RECOVERY_LETTERS.length())));
        }
        return code.insert(RECOVERY_LENGTH / 2, '-').toString();
    }

    private byte[] hash(String recoveryCode) {
        return secrets.hash(HASH, recoveryCode.replace("-", ""));
    }
}
