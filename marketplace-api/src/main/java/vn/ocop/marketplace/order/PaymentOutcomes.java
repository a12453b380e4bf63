package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.PaymentEvents;
import vn.ocop.marketplace.platform.OutboxHandler;

/** What becomes of unpaid orders when their payment arrives or does not. Repeats find nothing left to move. */
@Configuration(proxyBeanMethods = false)
class PaymentOutcomes {

    private final OrderRepository orders;
    private final OrderReads reads;
    private final StockReservations stock;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PaymentOutcomes(
            OrderRepository orders,
            OrderReads reads,
            StockReservations stock,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.stock = stock;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    OutboxHandler<PaymentEvents.Captured> ordersOfPaidPurchase() {
        return OutboxHandler.of(
                PaymentEvents.CAPTURED,
                PaymentEvents.Captured.class,
                captured -> move(captured.payableId(), OrderStatus.TO_CONFIRM).then());
    }

    @Bean
    OutboxHandler<PaymentEvents.Expired> ordersOfUnpaidPurchase() {
        return OutboxHandler.of(
                PaymentEvents.EXPIRED, PaymentEvents.Expired.class, expired -> expire(expired.payableId()));
    }

    private Mono<Void> expire(UUID groupId) {
        return moved(groupId, OrderStatus.EXPIRED)
                .delayUntil(expired -> stock.giveBack(expired.stream()
                        .flatMap(order -> order.stock().stream())
                        .toList()))
                .as(transaction::transactional)
                .then();
    }

    private Mono<List<Order>> move(UUID groupId, OrderStatus target) {
        return moved(groupId, target).as(transaction::transactional);
    }

    private Mono<List<Order>> moved(UUID groupId, OrderStatus target) {
        return orders.lockOfGroup(groupId)
                .then(Mono.defer(() -> reads.find(groupId)))
                .map(group -> group.orders().stream()
                        .filter(order -> order.status() == OrderStatus.PENDING_PAYMENT)
                        .map(order -> order.moveTo(target, clock.instant(), null))
                        .toList())
                .delayUntil(steps -> orders.saveSteps(steps, null));
    }
}
