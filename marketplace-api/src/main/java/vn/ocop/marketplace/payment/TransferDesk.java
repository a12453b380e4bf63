package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** Where people see to transfers that found no purchase and to money that has to be transferred back. */
@Service
public class TransferDesk {

    private final TransferRepository transfers;
    private final AttemptRepository attempts;
    private final SettleTransfer settlement;
    private final RefundBooking booking;
    private final RefundAccounts accounts;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TransferDesk(
            TransferRepository transfers,
            AttemptRepository attempts,
            SettleTransfer settlement,
            RefundBooking booking,
            RefundAccounts accounts,
            Ledger ledger,
            TransactionalOperator transaction,
            Clock clock) {
        this.transfers = transfers;
        this.attempts = attempts;
        this.settlement = settlement;
        this.booking = booking;
        this.accounts = accounts;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Money that is to be transferred back to a buyer; the account is null while the buyer has named none. */
    public record DueRefund(
            UUID id,
            String payableCode,
            Vnd amount,
            Instant askedAt,
            @Nullable RefundAccount account) {}

    public Mono<Page<Transfer>> list(
            Transfer.@Nullable Status status, @Nullable String after, int limit, Caller caller) {
        mustKeepMoney(caller);
        return transfers
                .list(status, after == null ? null : Cursor.decode(after), limit + 1)
                .collectList()
                .map(rows ->
                        Page.of(rows, limit, transfer -> new Cursor(transfer.receivedAt(), transfer.id()).encode()));
    }

    /** Says which purchase a transfer is for; from there it is settled as if it had named it. */
    public Mono<Transfer> assign(UUID id, String payableCode, Caller caller) {
        mustKeepMoney(caller);
        return waiting(id)
                .flatMap(transfer -> transfers
                        .paymentsNamed(List.of(TransferMemo.reference(payableCode)))
                        .next()
                        .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                        .flatMap(payment -> settlement.settle(transfer, payment, caller.id())))
                .then(Mono.defer(() -> transfers.lock(id)))
                .as(transaction::transactional);
    }

    /**
     * Notes that it was transferred back to where it came from, under the bank's number of that, which no other has.
     */
    public Mono<Transfer> giveBack(UUID id, String bankRef, Caller caller) {
        mustKeepMoney(caller);
        return waiting(id)
                .flatMap(transfer -> transfers
                        .returned(id, bankRef, caller.id(), clock.instant())
                        .then(Mono.defer(() -> ledger.book(new LedgerTransaction(
                                "RETURN",
                                "transfer:" + id,
                                "RETURN:" + id,
                                Posting.of(
                                        Balance.of(Account.UNMATCHED_TRANSFERS),
                                        Balance.of(Account.BANK_CLEARING),
                                        transfer.amount()))))))
                .then(Mono.defer(() -> transfers.lock(id)))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, taken -> new ProblemException(PaymentProblem.BANK_REF_KNOWN));
    }

    private Mono<Transfer> waiting(UUID id) {
        return transfers
                .lock(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .doOnNext(transfer -> {
                    if (transfer.status() != Transfer.Status.UNMATCHED) {
                        throw new ProblemException(PaymentProblem.TRANSFER_SETTLED);
                    }
                });
    }

    public Mono<List<DueRefund>> dueRefunds(Caller caller) {
        mustKeepMoney(caller);
        return attempts.openBankRefunds()
                .map(due -> new DueRefund(
                        due.id(), due.payableCode(), due.amount(), due.askedAt(), accounts.open(due.account())))
                .collectList();
    }

    /** Notes that a refund was transferred, under the bank's number of that; saying the same again changes nothing. */
    public Mono<Void> refunded(UUID attempt, String bankRef, Caller caller) {
        mustKeepMoney(caller);
        return attempts.lockBankRefund(attempt)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .filter(due -> !due.transferredAs(bankRef))
                .flatMap(due -> due.status() == PaymentAttempt.Status.OPEN
                        ? booking.book(due, bankRef)
                        : Mono.error(new ProblemException(PaymentProblem.TRANSFER_SETTLED)))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, taken -> new ProblemException(PaymentProblem.BANK_REF_KNOWN));
    }

    private static void mustKeepMoney(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
    }
}
