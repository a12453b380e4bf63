package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.LateMoney;
import vn.ocop.marketplace.payment.PaymentEvents;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.OutboxHandler;

/** What becomes of unpaid orders when their payment arrives or does not. Repeats find nothing left to move. */
@Configuration(proxyBeanMethods = false)
class PaymentOutcomes {

    private final OrderRepository orders;
    private final OrderReads reads;
    private final StockReservations stock;
    private final Promotions promotions;
    private final LateMoney late;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PaymentOutcomes(
            OrderRepository orders,
            OrderReads reads,
            StockReservations stock,
            Promotions promotions,
            LateMoney late,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.stock = stock;
        this.promotions = promotions;
        this.late = late;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    OutboxHandler<PaymentEvents.Captured> ordersOfPaidPurchase() {
        return OutboxHandler.of(
                PaymentEvents.CAPTURED, PaymentEvents.Captured.class, captured -> paid(captured.payableId()));
    }

    @Bean
    OutboxHandler<PaymentEvents.Expired> ordersOfUnpaidPurchase() {
        return OutboxHandler.of(
                PaymentEvents.EXPIRED, PaymentEvents.Expired.class, expired -> expire(expired.payableId()));
    }

    @Bean
    OutboxHandler<PaymentEvents.PaidLate> ordersOfPurchasePaidLate() {
        return OutboxHandler.of(PaymentEvents.PAID_LATE, PaymentEvents.PaidLate.class, this::paidLate);
    }

    /** The purchase is opened again if all of it is still there; else the money goes back. */
    private Mono<Void> paidLate(PaymentEvents.PaidLate paid) {
        return reopen(paid)
                .as(transaction::transactional)
                .onErrorResume(NotThereAnyMore.class, gone -> Mono.just(false))
                .filter(reopened -> !reopened)
                .flatMap(refused -> late.refuse(paid.payableId(), paid.held()).as(transaction::transactional));
    }

    private Mono<Boolean> reopen(PaymentEvents.PaidLate paid) {
        return expired(paid.payableId())
                .filter(orders -> !orders.isEmpty())
                .delayUntil(orders -> promotions
                        .claimAgain(paid.payableId())
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(NotThereAnyMore::new)))
                .delayUntil(this::takeStockAgain)
                .flatMap(orders -> late.accept(paid.payableId(), paid.held())
                        .filter(Boolean::booleanValue)
                        .delayUntil(accepted -> this.orders.saveSteps(orders, null))
                        .switchIfEmpty(Mono.error(NotThereAnyMore::new)))
                .defaultIfEmpty(false);
    }

    private Mono<List<Order>> expired(UUID groupId) {
        return orders.lockOfGroup(groupId)
                .then(Mono.defer(() -> reads.find(groupId)))
                .filter(group -> group.orders().stream().allMatch(order -> order.status() == OrderStatus.EXPIRED))
                .map(group -> group.orders().stream()
                        .map(order -> order.moveTo(OrderStatus.TO_CONFIRM, clock.instant(), null))
                        .toList());
    }

    private Mono<Void> takeStockAgain(List<Order> reopened) {
        var wanted = reopened.stream().flatMap(order -> order.stock().stream()).toList();
        var variants = wanted.stream().map(StockRequest::variantId).distinct().count();
        return stock.take(wanted)
                .filter(taken -> taken.size() == variants)
                .switchIfEmpty(Mono.error(NotThereAnyMore::new))
                .then();
    }

    /** Rolls the reopening back; never leaves this class. */
    private static final class NotThereAnyMore extends RuntimeException {

        NotThereAnyMore() {
            super("the purchase cannot be opened again", null, false, false);
        }
    }

    private Mono<Void> expire(UUID groupId) {
        return moved(groupId, OrderStatus.EXPIRED)
                .delayUntil(expired -> expired.isEmpty() ? Mono.empty() : promotions.release(groupId, null))
                .delayUntil(expired -> stock.giveBack(expired.stream()
                        .flatMap(order -> order.stock().stream())
                        .toList()))
                .as(transaction::transactional)
                .then();
    }

    private Mono<Void> paid(UUID groupId) {
        return moved(groupId, OrderStatus.TO_CONFIRM)
                .then(Mono.defer(() -> promotions.confirm(groupId, null)))
                .as(transaction::transactional);
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
