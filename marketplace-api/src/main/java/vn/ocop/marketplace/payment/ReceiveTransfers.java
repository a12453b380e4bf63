package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Outbox;

/**
 * Writes down what came into the account, once per number of the bank, however often and from wherever it is told. The
 * money is in the books at once; to whom it belongs is found out afterwards.
 */
@Component
class ReceiveTransfers {

    private final TransferRepository transfers;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReceiveTransfers(
            TransferRepository transfers,
            Ledger ledger,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.transfers = transfers;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers how many were not known before. */
    Mono<Integer> receive(Collection<IncomingTransfer> told, Transfer.Source source) {
        return Flux.fromIterable(List.copyOf(told))
                .concatMap(transfer -> receive(transfer, source).as(transaction::transactional))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> receive(IncomingTransfer transfer, Transfer.Source source) {
        return transfers
                .add(List.of(transfer), source, clock.instant())
                .next()
                .flatMap(id -> book(id, transfer)
                        .then(Mono.defer(() -> outbox.append(
                                PaymentEvents.TRANSFER_RECEIVED, id, new PaymentEvents.TransferReceived(id))))
                        .thenReturn(1))
                .defaultIfEmpty(0);
    }

    private Mono<Void> book(UUID id, IncomingTransfer transfer) {
        return ledger.book(new LedgerTransaction(
                "TRANSFER",
                "transfer:" + id,
                "TRANSFER:" + id,
                Posting.of(
                        Balance.of(Account.BANK_CLEARING),
                        Balance.of(Account.UNMATCHED_TRANSFERS),
                        transfer.amount())));
    }
}
