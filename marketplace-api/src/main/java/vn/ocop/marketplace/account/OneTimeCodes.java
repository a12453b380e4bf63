package vn.ocop.marketplace.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.SecretBox;

/**
 * Sends six-digit codes to a phone or an e-mail address and takes them back, once. A code lives five minutes and allows
 * five guesses; how many are sent is limited per destination and per address they are asked from.
 */
@Service
public class OneTimeCodes {

    static final String SEND = "account.send-code";
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final String HASH = "one-time-code";
    private static final String ADDRESS_HASH = "address";
    private static final int CODES = 1_000_000;

    private final CodeRepository codes;
    private final SecretBox secrets;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            CodeRepository codes, SecretBox secrets, Outbox outbox, Clock clock, TransactionalOperator transaction) {
        this.codes = codes;
        this.secrets = secrets;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What is asked for.
     *
     * @param destination a phone number or an e-mail address, as typed
     * @param about what the code will stand for, such as the id of a mandate
     * @param address where the request came from
     */
    public record Request(
            CodePurpose purpose,
            String destination,
            @Nullable String about,
            String address,
            Language language) {

        @Override
        public String toString() {
            return "Request[" + purpose + "]";
        }
    }

    /** A code is on its way; {@code sentTo} is masked. */
    public record Sent(UUID id, String sentTo, Instant expiresAt, Instant againAt) {}

    /** What a right code shows: this phone or address is in the hands of whoever asked. */
    public record Proven(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String about) {

        Login login() {
            return new Login(phone, email);
        }

        @Override
        public String toString() {
            return "Proven[about=" + about + "]";
        }
    }

    /** What the outbox carries: the code lies in it sealed, and only until it was sent. */
    record Sending(UUID id, byte[] sealedCode, Language language) {}

    public Mono<Sent> send(Request request) {
        return send(request, true);
    }

    /** As if a code had been sent, for a destination that must not be told apart from one that gets it. */
    Mono<Sent> pretend(Request request) {
        return send(request, false);
    }

    private Mono<Sent> send(Request request, boolean really) {
        var login = Login.typed("destination", request.destination());
        var code = "%06d".formatted(random.nextInt(CODES));
        var now = clock.instant();
        var from = secrets.hash(ADDRESS_HASH, request.address());
        return codes.lockAndCount(login.subject(), from, now)
                .doOnNext(counts -> CodeLimits.check(counts, now))
                .then(Mono.defer(() -> codes.add(new CodeRepository.NewCode(
                        request.purpose(),
                        login.subject(),
                        request.about(),
                        hash(request.purpose(), login.subject(), code),
                        from,
                        now,
                        now.plus(LIFE)))))
                .delayUntil(id -> really
                        ? outbox.append(SEND, id, new Sending(id, secrets.seal(code), request.language()))
                        : Mono.empty())
                .map(id -> new Sent(id, login.masked(), now.plus(LIFE), now.plus(CodeLimits.PAUSE)))
                .as(transaction::transactional);
    }

    /**
     * Takes a code back. To be called before the transaction of what it allows and not within: a wrong guess counts
     * whatever becomes of the rest, and a right code works once.
     */
    public Mono<Proven> redeem(UUID id, CodePurpose purpose, String typed) {
        var digits = typed.replaceAll("[\\s.-]", "");
        return codes.tried(id, purpose, clock.instant())
                .flatMap(tried -> tried.matches(hash(purpose, tried.destination(), digits))
                        ? codes.use(id, clock.instant()).filter(used -> used).map(used -> tried)
                        : Mono.empty())
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.WRONG_CODE)))
                .map(OneTimeCodes::proven);
    }

    private static Proven proven(CodeRepository.Tried tried) {
        var mail = tried.destination().contains("@");
        return new Proven(mail ? null : tried.destination(), mail ? tried.destination() : null, tried.about());
    }

    private byte[] hash(CodePurpose purpose, String destination, String code) {
        return secrets.hash(HASH, purpose + " " + destination + " " + code);
    }
}
