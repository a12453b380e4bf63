package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;

/** Where sellers' money is let go: one person submits the day's batch, another approves it, then the bank gets it. */
@Service
public class PayoutDesk {

    private final PayoutRepository payouts;
    private final CashPayouts cash;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PayoutDesk(
            PayoutRepository payouts,
            CashPayouts cash,
            Ledger ledger,
            AuditLog audit,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.payouts = payouts;
        this.cash = cash;
        this.ledger = ledger;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<List<PayoutBatch>> batches(Caller caller) {
        mustKeepMoney(caller);
        return payouts.batches().collectList();
    }

    public Mono<PayoutBatch> batch(UUID id, Caller caller) {
        mustKeepMoney(caller);
        return payouts.batch(id).switchIfEmpty(Mono.error(PayoutDesk::notFound));
    }

    public Mono<List<Payout>> ofBatch(UUID id, Caller caller) {
        return batch(id, caller).flatMap(batch -> payouts.ofBatch(id).collectList());
    }

    public Mono<PayoutBatch> submit(UUID id, Caller caller) {
        return decide(
                id,
                caller,
                PayoutBatch.Status.DRAFT,
                "payout.batch-submitted",
                batch -> payouts.submitted(id, caller.id(), clock.instant()));
    }

    /** Never by the one who submitted it; the database says so too. */
    public Mono<PayoutBatch> approve(UUID id, Caller caller) {
        return decide(id, caller, PayoutBatch.Status.SUBMITTED, "payout.batch-approved", batch -> {
            if (caller.id().equals(batch.submittedBy())) {
                return Mono.error(new ProblemException(PayoutProblem.SAME_PERSON));
            }
            return payouts.approved(id, caller.id(), clock.instant())
                    .thenMany(Flux.defer(() -> payouts.connectedOf(id)))
                    .concatMap(payout ->
                            outbox.append(TransferPayouts.TYPE, payout, new TransferPayouts.Due(payout, caller.id())))
                    .then(Mono.defer(() -> cash.release(id)));
        });
    }

    private Mono<PayoutBatch> decide(
            UUID id,
            Caller caller,
            PayoutBatch.Status from,
            String action,
            Function<PayoutBatch, Mono<Void>> decision) {
        mustKeepMoney(caller);
        return payouts.lockBatch(id)
                .switchIfEmpty(Mono.error(PayoutDesk::notFound))
                .doOnNext(batch -> {
                    if (batch.status() != from) {
                        throw new ProblemException(PayoutProblem.MOVED_ON);
                    }
                })
                .flatMap(batch -> decision.apply(batch)
                        .then(Mono.defer(() -> audit.record(
                                caller, Act.of(action, Act.Owner.platform()).on(id)))))
                .then(Mono.defer(() -> payouts.batch(id)))
                .as(transaction::transactional);
    }

    /** The file a bank takes for many transfers at once; only of a batch two people agreed on. */
    public Mono<byte[]> bankFile(UUID id, Caller caller) {
        return batch(id, caller)
                .doOnNext(batch -> {
                    if (batch.status() != PayoutBatch.Status.APPROVED && batch.status() != PayoutBatch.Status.CLOSED) {
                        throw new ProblemException(PayoutProblem.MOVED_ON);
                    }
                })
                .flatMap(batch -> payouts.ofBatch(id)
                        .collectList()
                        .flatMap(rows -> Mono.fromCallable(() -> BulkTransferFile.of(batch.day(), rows))
                                .subscribeOn(Schedulers.boundedElastic())));
    }

    /** The bank has paid it; saying so again with the same number changes nothing. */
    public Mono<Payout> paid(UUID id, String bankRef, Caller caller) {
        return settled(
                        id,
                        caller,
                        payout -> payout.status() == Payout.Status.PAID && bankRef.equals(payout.bankRef()),
                        // The provider and the clerk say themselves what became of the others.
                        Set.of(Payout.Channel.BANK),
                        payout -> payouts.paid(id, bankRef, caller.id(), clock.instant())
                                .then(Mono.defer(() -> ledger.book(new LedgerTransaction(
                                        "PAYOUT",
                                        "payout:" + id,
                                        "PAYOUT:" + id,
                                        Posting.of(
                                                Balance.of(Account.SHOP_PAYABLE, payout.shopId()),
                                                Balance.of(Account.BANK),
                                                payout.amount()))))))
                .onErrorMap(DuplicateKeyException.class, taken -> new ProblemException(PayoutProblem.BANK_REF_KNOWN));
    }

    public Mono<Payout> failed(UUID id, String why, Caller caller) {
        return settled(
                id,
                caller,
                payout -> payout.status() == Payout.Status.FAILED,
                Set.of(Payout.Channel.BANK, Payout.Channel.CASH),
                payout -> payouts.failed(id, why, caller.id(), clock.instant()));
    }

    private Mono<Payout> settled(
            UUID id,
            Caller caller,
            Predicate<Payout> already,
            Set<Payout.Channel> of,
            Function<Payout, Mono<Void>> decision) {
        mustKeepMoney(caller);
        return payouts.lock(id)
                .switchIfEmpty(Mono.error(PayoutDesk::notFound))
                .flatMap(payout -> already.test(payout)
                        ? Mono.<Void>empty()
                        : mayBeSettled(payout, of)
                                .then(Mono.defer(() -> decision.apply(payout)))
                                .then(Mono.defer(() -> payouts.closeDone(payout.batchId(), clock.instant()))))
                .then(Mono.defer(() -> payouts.lock(id)))
                .as(transaction::transactional);
    }

    private Mono<Void> mayBeSettled(Payout payout, Set<Payout.Channel> of) {
        return payouts.batch(payout.batchId())
                .filter(batch -> batch.status() == PayoutBatch.Status.APPROVED
                        && payout.status() == Payout.Status.DUE
                        && of.contains(payout.channel()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.MOVED_ON)))
                .then();
    }

    /** Nothing is paid to a shop until the hold is lifted. */
    public Mono<Void> hold(UUID shop, String reason, Caller caller) {
        mustKeepMoney(caller);
        return payouts.hold(shop, reason, caller.id(), clock.instant())
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("payout.held", Act.Owner.shop(shop)).on(shop).because(reason))))
                .as(transaction::transactional);
    }

    public Mono<Void> lift(UUID shop, Caller caller) {
        mustKeepMoney(caller);
        return payouts.lift(shop, caller.id(), clock.instant())
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("payout.hold-lifted", Act.Owner.shop(shop)).on(shop))))
                .as(transaction::transactional);
    }

    private static ProblemException notFound() {
        return new ProblemException(PayoutProblem.NOT_FOUND);
    }

    private static void mustKeepMoney(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PayoutProblem.NOT_FOUND);
    }
}
