package vn.ocop.marketplace.shipment.cash;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.PostOffices;

/** A clerk's till: opened, filled by deliveries and couriers, emptied by payouts, counted and closed. */
@Service
public class Tills {

    private static final int SHOWN = 30;

    private final CashRepository cash;
    private final PostOffices offices;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Tills(CashRepository cash, PostOffices offices, TransactionalOperator transaction, Clock clock) {
        this.cash = cash;
        this.offices = offices;
        this.transaction = transaction;
        this.clock = clock;
    }

    private static void mustKeepMoney(Caller clerk, String office) {
        clerk.mustBeAllowed(Permission.POST_MONEY, office, NetworkProblem.OFFICE_NOT_FOUND);
    }

    /** The office's tills and what its couriers still have. */
    public record Standing(List<Shift> shifts, List<CourierCash> couriers) {}

    public Mono<Standing> standing(String office, Caller clerk) {
        mustKeepMoney(clerk, office);
        return Mono.zip(
                cash.shifts(office, SHOWN).collectList(),
                cash.withCouriers(office).collectList(),
                Standing::new);
    }

    /** One till per clerk; opening it again with the same id changes nothing. */
    public Mono<Shift> open(String office, UUID id, Vnd opening, Caller clerk) {
        mustKeepMoney(clerk, office);
        return offices.mustExist(office)
                .flatMap(found -> cash.open(id, office, clerk.id(), opening, clock.instant()))
                .then(Mono.defer(() -> cash.openShift(office, clerk.id())))
                .filter(shift -> shift.id().equals(id))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CashProblem.SHIFT_OPEN)))
                .as(transaction::transactional);
    }

    /** Everything a courier has, counted out; what is missing stands beside it. */
    public Mono<Shift> handIn(String office, UUID id, UUID courier, Vnd counted, String note, Caller clerk) {
        mustKeepMoney(clerk, office);
        return mine(office, clerk)
                .delayUntil(shift -> cash.handIn(id, shift, courier, counted, note, clock.instant())
                        .filter(expected -> !expected.equals(counted))
                        .flatMap(difference -> mustBeExplained(office, note, clerk)))
                .then(Mono.defer(() -> mine(office, clerk)))
                .as(transaction::transactional);
    }

    /** Less or more than the parcels say is taken only with a word on it, by who may decide it. */
    private static Mono<Void> mustBeExplained(String office, String note, Caller clerk) {
        return note.isBlank() || !clerk.may(Permission.POST_SUPERVISION, office)
                ? Mono.error(new ProblemException(CashProblem.CASH_DIFFERS))
                : Mono.empty();
    }

    /**
     * Cash for a purchase, taken at a counter in the transaction that books it: into the clerk's till where one is
     * open, and in any case owed by the carrier under the purchase's code.
     */
    public Mono<Void> paidIn(String office, String purchase, Vnd amount, UUID clerk) {
        return cash.taken(new CashAtDoors.Taken(purchase, null, amount, office, clerk, false), clock.instant());
    }

    /**
     * Cash handed to somebody at the counter, in the transaction that books it: only out of a till that is open and has
     * so much. It lessens what the carrier hands over, under this number.
     */
    public Mono<Void> paidOut(String office, String number, Vnd amount, UUID clerk) {
        return cash.openShift(office, clerk)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CashProblem.NO_SHIFT)))
                .flatMap(shift -> shift.expected().compareTo(amount) < 0
                        ? Mono.error(new ProblemException(CashProblem.TILL_SHORT))
                        : cash.taken(
                                new CashAtDoors.Taken(number, null, amount.negated(), office, clerk, false),
                                clock.instant()));
    }

    public Mono<Shift> deposit(String office, UUID id, Vnd amount, String note, Caller clerk) {
        mustKeepMoney(clerk, office);
        return mine(office, clerk)
                .delayUntil(shift -> shift.expected().compareTo(amount) < 0
                        ? Mono.error(new ProblemException(CashProblem.CASH_DIFFERS))
                        : cash.deposit(id, shift, amount, note, clock.instant()))
                .then(Mono.defer(() -> mine(office, clerk)))
                .as(transaction::transactional);
    }

    /** Counted and closed; a difference needs a reason, and then somebody else's name. */
    public Mono<Shift> close(String office, Vnd counted, String reason, Caller clerk) {
        mustKeepMoney(clerk, office);
        return mine(office, clerk)
                .delayUntil(shift -> shift.expected().equals(counted) || !reason.isBlank()
                        ? cash.close(shift, counted, reason, clock.instant())
                        : Mono.error(new ProblemException(CashProblem.CASH_DIFFERS)))
                .flatMap(shift -> cash.shift(shift.id()))
                .as(transaction::transactional);
    }

    /** A second person puts their name under a difference; never the clerk's own. */
    public Mono<Shift> sign(UUID id, Caller second) {
        return cash.shift(id)
                .filter(shift -> second.may(Permission.POST_SUPERVISION, shift.office()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CashProblem.SHIFT_NOT_FOUND)))
                .flatMap(shift -> shift.closedAt() == null || shift.clerk().equals(second.id())
                        ? Mono.error(new ProblemException(CashProblem.SECOND_PERSON))
                        : cash.sign(id, second.id(), clock.instant()).then(Mono.defer(() -> cash.shift(id))))
                .as(transaction::transactional);
    }

    private Mono<Shift> mine(String office, Caller clerk) {
        return cash.openShift(office, clerk.id())
                .switchIfEmpty(Mono.defer(() -> offices.mustExist(office)
                        .flatMap(found -> Mono.error(new ProblemException(CashProblem.NO_SHIFT)))));
    }
}
