package vn.ocop.marketplace.shipment.cash;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** Cash that carriers hand over, matched line by line with what was taken at doors. */
@Service
public class Remittances {

    private static final int SHOWN = 50;

    private final CashRepository cash;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Remittances(CashRepository cash, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.cash = cash;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    private static void mustKeepBooks(Caller caller) {
        if (!caller.mayOnPlatform(Permission.PLATFORM_MONEY)) {
            throw new ProblemException(CashProblem.REMITTANCE_NOT_FOUND);
        }
    }

    /**
     * Once per id, and once per transfer of a carrier: the same list again is answered as it was, another one under
     * either of them is refused.
     */
    public Mono<Remittance> receive(
            UUID id, String carrier, String bankRef, List<RemittanceLine.Claim> claims, Caller caller) {
        mustKeepBooks(caller);
        var tidy = claims.stream()
                .map(claim -> new RemittanceLine.Claim(TrackingNumber.tidy(claim.number()), claim.amount()))
                .toList();
        var numbers = tidy.stream().map(RemittanceLine.Claim::number).distinct().toList();
        return cash.lock(numbers)
                .then(Mono.defer(() -> cash.known(carrier, numbers)))
                .map(known -> new Remittance(id, carrier, bankRef, clock.instant(), RemittanceLine.match(tidy, known)))
                .filterWhen(remittance -> cash.remitted(remittance, caller.id()))
                .delayUntil(remittance -> outbox.append(
                        CashEvents.REMITTED,
                        id,
                        new CashEvents.Remitted(
                                id,
                                carrier,
                                bankRef,
                                remittance.matched(),
                                remittance.total().minus(remittance.matched()))))
                .as(transaction::transactional)
                .then(Mono.defer(() -> cash.received(id, carrier, bankRef)))
                .filter(received -> received.says(carrier, bankRef, tidy))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CashProblem.REMITTANCE_KNOWN)));
    }

    public Mono<Remittance> find(UUID id, Caller caller) {
        mustKeepBooks(caller);
        return cash.remittances(id, 1)
                .next()
                .switchIfEmpty(Mono.error(() -> new ProblemException(CashProblem.REMITTANCE_NOT_FOUND)));
    }

    public Mono<List<Remittance>> newest(Caller caller) {
        mustKeepBooks(caller);
        return cash.remittances(null, SHOWN).collectList();
    }

    public Mono<List<Ageing>> ageing(Caller caller) {
        mustKeepBooks(caller);
        return cash.ageing(clock.instant()).collectList();
    }
}
