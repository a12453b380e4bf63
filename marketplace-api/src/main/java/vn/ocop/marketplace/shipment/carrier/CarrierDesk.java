package vn.ocop.marketplace.shipment.carrier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.ShipmentProblem;

/** What the platform's people see of carriers, and what they decide where a machine could not. */
@Service
public class CarrierDesk {

    private static final int SHOWN = 100;

    private final CarrierRepository carriers;
    private final Carriers told;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CarrierDesk(
            CarrierRepository carriers,
            Carriers told,
            Outbox outbox,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.carriers = carriers;
        this.told = told;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whoever carries. */
    public record Carrier(String code, String name) {}

    /**
     * An account as people may see it.
     *
     * @param codes what each code means; an empty step says nothing new
     */
    public record Known(
            UUID id,
            String carrier,
            String adapter,
            String baseUrl,
            String shopRef,
            boolean active,
            Map<String, String> codes) {}

    /** A parcel that a carrier would not take, or would not let go. */
    public record Stuck(
            UUID parcel,
            String carrier,
            String number,
            String orderCode,
            CarrierOrder.State state,
            String error,
            Instant askedAt) {}

    /** Everything there is to know of carriers. */
    public record Standing(List<Carrier> carriers, List<Known> accounts, List<Stuck> stuck) {}

    static void mustKeepCarriers(Caller caller) {
        if (!caller.mayOnPlatform(Permission.PLATFORM_CARRIERS)) {
            throw new ProblemException(ShipmentProblem.CARRIER_NOT_FOUND);
        }
    }

    public Mono<Standing> standing(Caller caller) {
        mustKeepCarriers(caller);
        return Mono.zip(
                        carriers.carriers().collectList(),
                        carriers.accounts().collectList(),
                        carriers.stuck(SHOWN).collectList())
                .map(all -> new Standing(all.getT1(), all.getT2(), all.getT3()));
    }

    public Mono<Void> codes(UUID account, Map<String, String> codes, Caller caller) {
        mustKeepCarriers(caller);
        return carriers.replaceCodes(account, Carriers.steps(codes))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.CARRIER_NOT_FOUND)))
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("shipment.carrier-codes-changed", Act.Owner.platform())
                                .on(account)
                                .with("codes", codes.size()))))
                .as(transaction::transactional);
    }

    /**
     * Says what a code means: from now on and for every message of the account that waits with it. Without a step it
     * says nothing new. A message of a parcel that nobody knows is only put away.
     */
    public Mono<Void> explain(UUID message, @Nullable ParcelStatus step, Caller caller) {
        mustKeepCarriers(caller);
        return carriers.unexplained(message)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.CARRIER_NOT_FOUND)))
                .flatMap(one -> carriers.addCodes(
                                one.account(), Map.of(one.message().code(), Optional.ofNullable(step)))
                        .thenMany(carriers.unexplained(
                                one.account(), one.message().code()))
                        .concatMap(told::again)
                        .then(carriers.dealtWith(message, step == null ? "IGNORED" : "DONE"))
                        .then(Mono.defer(() -> audit.record(
                                caller,
                                Act.of("shipment.carrier-code-explained", Act.Owner.platform())
                                        .on(one.account())
                                        .with("code", one.message().code())
                                        .with("step", step == null ? "" : step.name())))))
                .as(transaction::transactional);
    }

    /** What was wrong has been put right: the carrier is asked once more. */
    public Mono<Void> askAgain(UUID parcel, Caller caller) {
        mustKeepCarriers(caller);
        return carriers.askAgain(parcel, clock.instant())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.CARRIER_NOT_FOUND)))
                .flatMap(asked -> outbox.append(AskCarrier.TYPE, parcel, new AskCarrier.Asked(parcel)))
                .as(transaction::transactional);
    }
}
