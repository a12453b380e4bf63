package vn.ocop.marketplace.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.SignedMessage;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Messages of the bank about money that came in. Each is signed, by {@code Bank-Signature}; what is forged or too old
 * is refused, what is known changes nothing.
 */
@Service
@EnableConfigurationProperties(BankProperties.class)
public class BankFeed {

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
        if (!new SignedMessage(body, signature).isOf(bank.webhookSecret(), clock.instant())) {
            throw new ProblemException(PaymentProblem.BAD_SIGNATURE);
        }
        return transfer(movement(body));
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
