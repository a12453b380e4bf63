package vn.ocop.marketplace.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.Rows;

/** Webhooks are checked, stored and answered at once; what they say is booked afterwards, once per event id. */
@Service
public class WebhookInbox implements OutboxHandler<PaymentEvents.WebhookReceived> {

    private final DatabaseClient database;
    private final CardGateway cards;
    private final SettleCardPayment settlement;
    private final SettleDispute disputes;
    private final RefundFailures refunds;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WebhookInbox(
            DatabaseClient database,
            CardGateway cards,
            SettleCardPayment settlement,
            SettleDispute disputes,
            RefundFailures refunds,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.cards = cards;
        this.settlement = settlement;
        this.disputes = disputes;
        this.refunds = refunds;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Stores a signed webhook; refuses a forged one; a repeat changes nothing. */
    public Mono<Void> receive(String body, String signature) {
        return Mono.fromSupplier(() -> cards.verify(body, signature))
                .flatMap(event -> store(event, body).as(transaction::transactional));
    }

    private Mono<Void> store(CardGateway.SignedEvent event, String body) {
        return database.sql("""
                insert into payment.webhook_inbox (event_id, type, body, received_at)
                values (:event, :type, :body, :now)
                on conflict do nothing
                """)
                .bind("event", event.id())
                .bind("type", event.type())
                .bind("body", body)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(first -> outbox.append(
                        PaymentEvents.WEBHOOK_RECEIVED,
                        key(event.id()),
                        new PaymentEvents.WebhookReceived(event.id())));
    }

    private static UUID key(String eventId) {
        return UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String type() {
        return PaymentEvents.WEBHOOK_RECEIVED;
    }

    @Override
    public Class<PaymentEvents.WebhookReceived> payloadType() {
        return PaymentEvents.WebhookReceived.class;
    }

    @Override
    public Mono<Void> handle(UUID key, PaymentEvents.WebhookReceived received) {
        return database.sql("select body from payment.webhook_inbox where event_id = :event and processed_at is null")
                .bind("event", received.eventId())
                .map(row -> Rows.get(row, "body", String.class))
                .one()
                .flatMap(body -> cards.newsOf(body).flatMap(this::settle).then(Mono.defer(() -> processed(received))));
    }

    private Mono<Void> settle(CardNews news) {
        return switch (news) {
            case CardSession session -> settlement.settle(session);
            case CardDispute dispute -> disputes.settle(dispute);
            case FailedRefund refund -> refunds.book(refund);
        };
    }

    private Mono<Void> processed(PaymentEvents.WebhookReceived received) {
        return database.sql("update payment.webhook_inbox set processed_at = :now where event_id = :event")
                .bind("now", clock.instant())
                .bind("event", received.eventId())
                .then();
    }
}
