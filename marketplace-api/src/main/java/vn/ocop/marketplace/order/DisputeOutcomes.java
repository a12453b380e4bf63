package vn.ocop.marketplace.order;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.LostDisputes;
import vn.ocop.marketplace.payment.PaymentEvents;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What a lost dispute costs is taken back of the purchase's orders, by what is left of each, as if it had been
 * refunded.
 */
@Configuration(proxyBeanMethods = false)
class DisputeOutcomes {

    /** A key of the pages' texts. */
    private static final String REASON = "DISPUTE";

    private final OrderRepository orders;
    private final OrderReads reads;
    private final GiveMoneyBack money;
    private final LostDisputes disputes;
    private final TransactionalOperator transaction;

    DisputeOutcomes(
            OrderRepository orders,
            OrderReads reads,
            GiveMoneyBack money,
            LostDisputes disputes,
            TransactionalOperator transaction) {
        this.orders = orders;
        this.reads = reads;
        this.money = money;
        this.disputes = disputes;
        this.transaction = transaction;
    }

    @Bean
    OutboxHandler<PaymentEvents.DisputeLost> ordersOfLostDispute() {
        return OutboxHandler.of(PaymentEvents.DISPUTE_LOST, PaymentEvents.DisputeLost.class, this::lost);
    }

    private Mono<Void> lost(PaymentEvents.DisputeLost told) {
        return locked(told.payableId())
                .flatMap(group -> disputes.find(told.payableId(), told.dispute())
                        .flatMap(loss -> takeBack(group, loss)
                                .then(Mono.defer(() -> disputes.settle(told.payableId(), told.dispute())))))
                .as(transaction::transactional);
    }

    private Mono<OrderGroup> locked(UUID groupId) {
        return orders.lockOfGroup(groupId).then(Mono.defer(() -> reads.find(groupId)));
    }

    private Mono<Void> takeBack(OrderGroup group, LostDisputes.Loss loss) {
        var standing = group.orders().stream()
                .filter(order -> !order.status().fellThrough())
                .toList();
        return Flux.zip(Flux.fromIterable(standing), Flux.fromIterable(shares(standing, loss.amount())))
                .filter(share -> !share.getT2().equals(Vnd.ZERO))
                .concatMap(share -> money.carryOut(
                        new OrderInGroup(group, share.getT1()),
                        RefundPlan.ofMoney(share.getT1(), share.getT2()),
                        decision(loss)))
                .then();
    }

    private static GiveMoneyBack.Decision decision(LostDisputes.Loss loss) {
        return new GiveMoneyBack.Decision(
                OrderRefund.Cause.DISPUTE, OrderRefund.GoodsTo.BUYER, loss.bearer(), REASON, null);
    }

    /** Never more than is left of each; what is beyond all of them is nobody's here. */
    static List<Vnd> shares(List<Order> orders, Vnd amount) {
        var left = orders.stream().map(DisputeOutcomes::left).toList();
        var all = Vnd.sum(left);
        return all.equals(Vnd.ZERO) ? left : amount.min(all).split(left);
    }

    private static Vnd left(Order order) {
        return order.total().minus(order.backGoods()).minus(order.backDelivery());
    }
}
