package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.OutboxHandler;

/**
 * Sends approved payouts to accounts at the card's provider, after the approval has committed; the payout's id keeps a
 * repeat harmless there. What the provider refuses waits for another payout.
 */
@Component
class TransferPayouts implements OutboxHandler<TransferPayouts.Due> {

    static final String TYPE = "payout.transfer-due.v1";

    private final PayoutRepository payouts;
    private final ConnectedTransfers transfers;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TransferPayouts(
            PayoutRepository payouts,
            ConnectedTransfers transfers,
            Ledger ledger,
            TransactionalOperator transaction,
            Clock clock) {
        this.payouts = payouts;
        this.transfers = transfers;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A payout that was approved, and by whom. */
    record Due(UUID payoutId, UUID approvedBy) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Due> payloadType() {
        return Due.class;
    }

    @Override
    public Mono<Void> handle(UUID key, Due due) {
        return payouts.transfer(due.payoutId())
                .flatMap(transfer -> transfers
                        .send(transfer)
                        .flatMap(ref -> paid(due, ref))
                        .onErrorResume(
                                ConnectedTransfers.Refused.class,
                                why -> failed(due, String.valueOf(why.getMessage()))));
    }

    private Mono<Void> paid(Due due, String ref) {
        return stillDue(due)
                .delayUntil(payout -> payouts.paid(payout.id(), ref, due.approvedBy(), clock.instant()))
                .delayUntil(payout -> ledger.book(new LedgerTransaction(
                        "PAYOUT",
                        "payout:" + payout.id(),
                        "PAYOUT:" + payout.id(),
                        Posting.of(
                                Balance.of(Account.SHOP_PAYABLE, payout.shopId()),
                                Balance.of(Account.CARD_CLEARING),
                                payout.amount()))))
                .flatMap(payout -> payouts.closeDone(payout.batchId(), clock.instant()))
                .as(transaction::transactional);
    }

    private Mono<Void> failed(Due due, String why) {
        return stillDue(due)
                .delayUntil(payout -> payouts.failed(payout.id(), why, due.approvedBy(), clock.instant()))
                .flatMap(payout -> payouts.closeDone(payout.batchId(), clock.instant()))
                .as(transaction::transactional);
    }

    private Mono<Payout> stillDue(Due due) {
        return payouts.lock(due.payoutId()).filter(payout -> payout.status() == Payout.Status.DUE);
    }
}
