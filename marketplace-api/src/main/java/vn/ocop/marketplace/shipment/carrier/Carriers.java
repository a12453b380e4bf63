package vn.ocop.marketplace.shipment.carrier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.SignedMessage;
import vn.ocop.marketplace.shipment.FailureReason;
import vn.ocop.marketplace.shipment.Parcel;
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.ParcelSteps;
import vn.ocop.marketplace.shipment.Scan;
import vn.ocop.marketplace.shipment.ShipmentProblem;

/**
 * What other carriers tell, brought into the one list of steps. Each account says what its codes mean; a code nobody
 * has explained, or a parcel nobody knows, is written down for a person. The same thing told again changes nothing, and
 * in whatever order things are told the parcel's journey comes to the same.
 */
@Service
public class Carriers {

    private static final int SHOWN = 100;

    private final CarrierRepository carriers;
    private final ParcelSteps parcels;
    private final JsonMapper json;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Carriers(
            CarrierRepository carriers,
            ParcelSteps parcels,
            JsonMapper json,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.carriers = carriers;
        this.parcels = parcels;
        this.json = json;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Something told that nobody has explained. */
    public record Unclear(UUID id, String carrier, String number, String code, Instant at, String reason) {}

    /** An account as an administrator writes it; codes without a step say nothing new. */
    public record Account(
            String carrier,
            String adapter,
            String baseUrl,
            String shopRef,
            String token,
            String secret,
            Map<String, String> codes) {

        @Override
        public String toString() {
            return "Account[" + carrier + "]";
        }
    }

    public Mono<Void> save(UUID id, Account account, Caller caller) {
        CarrierDesk.mustKeepCarriers(caller);
        var codes = steps(account.codes());
        return carriers.save(
                        new CarrierAccount(
                                id,
                                account.carrier(),
                                CarrierAccount.Adapter.valueOf(account.adapter()),
                                account.baseUrl(),
                                account.shopRef(),
                                account.token(),
                                account.secret()),
                        codes)
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("shipment.carrier-account-set", Act.Owner.platform())
                                .on(id)
                                .with("carrier", account.carrier()))))
                .as(transaction::transactional);
    }

    static Map<String, Optional<ParcelStatus>> steps(Map<String, String> codes) {
        return codes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, code -> step(code.getValue())));
    }

    private static Optional<ParcelStatus> step(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ParcelStatus.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(ShipmentProblem.BAD_MESSAGE);
        }
    }

    public Mono<List<Unclear>> toReview(Caller caller) {
        CarrierDesk.mustKeepCarriers(caller);
        return carriers.toReview(SHOWN).collectList();
    }

    /**
     * A webhook. Who can sign signs; a carrier that cannot shows the secret it was given, which is all some of them do.
     */
    public Mono<Void> webhook(UUID accountId, String body, String signature, String token) {
        return carriers.account(accountId)
                .filter(account -> signature.isEmpty()
                        ? account.adapter() != CarrierAccount.Adapter.OPEN && same(account.secret(), token)
                        : new SignedMessage(body, signature).isOf(account.secret(), clock.instant()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.NOT_SIGNED)))
                .flatMap(account -> told(account, message(account, body)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private CarrierMessage message(CarrierAccount account, String body) {
        try {
            var told = json.readTree(body);
            return switch (account.adapter()) {
                case GHN -> message(told, "OrderCode", "Status", "Time", "Reason");
                case OPEN -> message(told, "number", "code", "at", "reason");
            };
        } catch (JacksonException notJson) {
            throw new ProblemException(ShipmentProblem.BAD_MESSAGE);
        }
    }

    private static CarrierMessage message(JsonNode told, String number, String code, String at, String reason) {
        var message = new CarrierMessage(
                told.path(number).asString(""),
                told.path(code).asString(""),
                CarrierMessage.moment(told.path(at).asString("")),
                told.path(reason).asString(""));
        if (message.number().isEmpty() || message.code().isEmpty()) {
            throw new ProblemException(ShipmentProblem.BAD_MESSAGE);
        }
        return message;
    }

    /** One message, from a webhook or because we asked. */
    Mono<Void> told(CarrierAccount account, CarrierMessage message) {
        return parcel(account, message.number())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(parcel -> carriers.meaning(account.id(), message.code())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(meaning -> told(account, message, parcel, meaning)))
                .as(transaction::transactional);
    }

    /** Carriers that follow our description use our numbers, the others their own. */
    private Mono<Parcel> parcel(CarrierAccount account, String number) {
        return account.adapter() == CarrierAccount.Adapter.OPEN
                ? parcels.lockOf(account.carrier(), number)
                : carriers.byNumber(account.id(), number).flatMap(asked -> parcels.lock(asked.parcel()));
    }

    private Mono<Void> told(
            CarrierAccount account,
            CarrierMessage message,
            Optional<Parcel> parcel,
            Optional<Optional<ParcelStatus>> meaning) {
        var now = clock.instant();
        var state =
                parcel.isEmpty() || meaning.isEmpty() ? "REVIEW" : meaning.get().isEmpty() ? "IGNORED" : "DONE";
        return carriers.told(account.id(), message, state, now)
                .filter(first -> first && state.equals("DONE"))
                .flatMap(first -> parcels.apply(
                        parcel.orElseThrow(),
                        scan(account, message, meaning.orElseThrow().orElseThrow()),
                        message.at()))
                .then(Mono.defer(() ->
                        parcel.map(known -> carriers.heard(known.id(), now)).orElseGet(Mono::empty)));
    }

    private Scan scan(CarrierAccount account, CarrierMessage message, ParcelStatus step) {
        var now = clock.instant();
        return new Scan(
                message.id(account.id()),
                step,
                message.at().isAfter(now) ? now : message.at(),
                Scan.Source.CARRIER,
                null,
                null,
                null,
                step == ParcelStatus.FAILED ? FailureReason.OTHER : null,
                null,
                null);
    }

    /** A message that waited is read again, now that its code is explained; whose parcel nobody knows waits on. */
    Mono<Void> again(CarrierRepository.Unexplained waiting) {
        var message = waiting.message();
        return carriers.account(waiting.account())
                .flatMap(account -> parcel(account, message.number())
                        .flatMap(parcel -> carriers.meaning(account.id(), message.code())
                                .flatMap(step -> applied(account, message, parcel, step))
                                .flatMap(state -> carriers.dealtWith(waiting.id(), state))));
    }

    private Mono<String> applied(
            CarrierAccount account, CarrierMessage message, Parcel parcel, Optional<ParcelStatus> step) {
        return step.isEmpty()
                ? Mono.just("IGNORED")
                : parcels.apply(parcel, scan(account, message, step.get()), message.at())
                        .thenReturn("DONE");
    }

    /** Those of whom nothing was heard for long, asked one after another. */
    Flux<CarrierRepository.Asked> silent(Instant since, int limit) {
        return carriers.silent(since, limit);
    }
}
