package vn.ocop.marketplace.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Messages of the bank about money that came in. Each is signed: {@code Bank-Signature: t=<seconds>,v1=<hex>}, the
 * HMAC- SHA256 of {@code <seconds>.<body>}; what is forged or too old is refused, what is known changes nothing.
 */
@Service
@EnableConfigurationProperties(BankProperties.class)
public class BankFeed {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final BankProperties bank;
    private final ReceiveTransfers receive;
    private final JsonMapper json;
    private final Clock clock;

    BankFeed(BankProperties bank, ReceiveTransfers receive, JsonMapper json, Clock clock) {
        this.bank = bank;
        this.receive = receive;
        this.json = json;
        this.clock = clock;
    }

    /** One movement of the account; only what came in is of interest. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Movement(
            @Nullable String id,
            @Nullable String account,
            @Nullable Long amount,
            @Nullable String memo,
            @Nullable Instant bookedAt) {}

    public Mono<Void> receive(String body, String signature) {
        return Mono.fromSupplier(() -> verified(body, signature))
                .flatMap(found -> found.map(transfer -> receive.receive(List.of(transfer), Transfer.Source.WEBHOOK))
                        .orElseGet(Mono::empty))
                .then();
    }

    private Optional<IncomingTransfer> verified(String body, String signature) {
        if (!signed(body, signature)) {
            throw new ProblemException(PaymentProblem.BAD_SIGNATURE);
        }
        return transfer(movement(body));
    }

    private boolean signed(String body, String signature) {
        var parts = SIGNATURE.matcher(signature);
        if (bank.webhookSecret().isBlank() || !parts.matches()) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        var mac = hmac(bank.webhookSecret(), parts.group(1) + "." + body);
        return Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0
                && MessageDigest.isEqual(mac, HexFormat.of().parseHex(parts.group(2)));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private Movement movement(String body) {
        try {
            return json.readValue(body, Movement.class);
        } catch (JacksonException unreadable) {
            throw new ProblemException(PaymentProblem.BAD_MESSAGE);
        }
    }

    /** Money that went out, and other accounts of the same feed, are none of ours. */
    private Optional<IncomingTransfer> transfer(Movement movement) {
        if (movement.id() == null
                || movement.id().isBlank()
                || movement.id().length() > 100
                || movement.amount() == null
                || movement.bookedAt() == null) {
            throw new ProblemException(PaymentProblem.BAD_MESSAGE);
        }
        if (movement.amount() <= 0 || !bank.account().equals(movement.account())) {
            return Optional.empty();
        }
        var memo = movement.memo() == null ? "" : movement.memo();
        return Optional.of(new IncomingTransfer(
                movement.id(), bank.account(), Vnd.of(movement.amount()), memo, movement.bookedAt()));
    }
}
