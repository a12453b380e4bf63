package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Finds the purchase a transfer is for. Exactly what is due pays it; less is held until the rest comes; more pays it
 * and the rest goes back; money for a purchase that no longer waits is {@link LateMoney}; what names no purchase waits
 * for a person.
 */
@Component
class SettleTransfer implements OutboxHandler<PaymentEvents.TransferReceived> {

    private final TransferRepository transfers;
    private final PaymentRepository payments;
    private final PaymentBooks books;
    private final LateMoney late;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SettleTransfer(
            TransferRepository transfers,
            PaymentRepository payments,
            PaymentBooks books,
            LateMoney late,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.transfers = transfers;
        this.payments = payments;
        this.books = books;
        this.late = late;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String type() {
        return PaymentEvents.TRANSFER_RECEIVED;
    }

    @Override
    public Class<PaymentEvents.TransferReceived> payloadType() {
        return PaymentEvents.TransferReceived.class;
    }

    @Override
    public Mono<Void> handle(UUID key, PaymentEvents.TransferReceived received) {
        return transfers
                .lock(received.transferId())
                .filter(transfer -> transfer.status() == Transfer.Status.NEW)
                .flatMap(transfer -> transfers
                        .paymentsNamed(TransferMemo.candidates(transfer.memo()))
                        .collectList()
                        .flatMap(named ->
                                named.size() == 1 ? settle(transfer, named.getFirst(), null) : unmatched(transfer)))
                .as(transaction::transactional);
    }

    private Mono<Void> unmatched(Transfer transfer) {
        var verdict = new TransferRepository.Verdict(Transfer.Status.UNMATCHED, Transfer.Finding.UNKNOWN, null, null);
        return transfers.decide(transfer.id(), verdict, clock.instant());
    }

    /** For one payment, inside a transaction and under the transfer's lock; {@code by} where a person chose it. */
    Mono<Void> settle(Transfer transfer, UUID paymentId, @Nullable UUID by) {
        return payments.lock(paymentId)
                .flatMap(payment -> transfers
                        .held(paymentId)
                        .flatMap(
                                held -> settle(transfer, payment, Transfer.fit(payment, held, transfer.amount()), by)));
    }

    private Mono<Void> settle(Transfer transfer, Payment payment, Transfer.Finding finding, @Nullable UUID by) {
        var status = finding == Transfer.Finding.UNDER ? Transfer.Status.HELD : Transfer.Status.MATCHED;
        var verdict = new TransferRepository.Verdict(status, finding, payment.id(), by);
        return transfers
                .decide(transfer.id(), verdict, clock.instant())
                .then(
                        switch (finding) {
                            case UNDER, UNKNOWN -> Mono.<Void>empty();
                            case LATE -> Mono.defer(() -> receiveLate(payment, transfer));
                            case EXACT, OVER -> Mono.defer(() -> capture(payment, transfer));
                        });
    }

    private Mono<Void> capture(Payment payment, Transfer last) {
        var due = payment.due();
        return transfers
                .takeHeld(payment.id(), Transfer.Finding.EXACT, clock.instant())
                .map(Transfer::amount)
                .reduce(last.amount(), Vnd::plus)
                .flatMap(total -> payments.record(payment.id(), "CAPTURED", due, source(last), clock.instant())
                        .filter(Boolean::booleanValue)
                        .delayUntil(first -> books.sold(payment, due, source(last)))
                        .flatMap(first -> payments.save(payment.capture(due)))
                        .delayUntil(saved -> sendBackRest(payment, last, total.minus(due)))
                        .flatMap(saved -> outbox.append(
                                PaymentEvents.CAPTURED,
                                saved.payableId(),
                                new PaymentEvents.Captured(saved.payableId()))));
    }

    private Mono<Void> sendBackRest(Payment payment, Transfer last, Vnd rest) {
        return rest.equals(Vnd.ZERO) ? Mono.empty() : late.receive(payment, rest, source(last) + ":rest");
    }

    private Mono<Void> receiveLate(Payment payment, Transfer transfer) {
        return late.receive(payment, transfer.amount(), source(transfer));
    }

    /** What was held for a purchase that fell through goes back; inside its transaction. */
    Mono<Void> release(Payment payment) {
        return transfers
                .takeHeld(payment.id(), Transfer.Finding.LATE, clock.instant())
                .collectList()
                .flatMapIterable(held -> held)
                .concatMap(held -> receiveLate(payment, held))
                .then();
    }

    private static String source(Transfer transfer) {
        return "transfer:" + transfer.id();
    }
}
