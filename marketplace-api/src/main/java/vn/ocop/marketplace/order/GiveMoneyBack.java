package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.Takeback;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.Vnd;

/** Carries out a refund plan in the caller's transaction and under the order's lock: order, stock and money at once. */
@Component
class GiveMoneyBack {

    private final RefundRepository refunds;
    private final StockReservations stock;
    private final Promotions promotions;
    private final Payments payments;
    private final Clock clock;

    GiveMoneyBack(
            RefundRepository refunds, StockReservations stock, Promotions promotions, Payments payments, Clock clock) {
        this.refunds = refunds;
        this.promotions = promotions;
        this.stock = stock;
        this.payments = payments;
        this.clock = clock;
    }

    /** Why, what becomes of the goods, and who pays. */
    record Decision(
            OrderRefund.Cause cause,
            OrderRefund.GoodsTo goodsTo,
            Takeback.Bearer bearer,
            String reason,
            @Nullable UUID actor) {}

    Mono<OrderRefund> carryOut(OrderInGroup found, RefundPlan plan, Decision decision) {
        var order = found.order();
        var refund = new OrderRefund(
                UUID.randomUUID(),
                decision.cause(),
                decision.goodsTo(),
                decision.reason(),
                plan.goods(),
                plan.delivery(),
                clock.instant());
        var back = new Takeback(
                refund.id(),
                order.id(),
                plan.goods(),
                plan.delivery(),
                plan.charges(),
                plan.subsidies(),
                decision.bearer());
        return refunds.add(order.id(), refund, plan, decision)
                .then(Mono.defer(() -> decision.bearer() == Takeback.Bearer.SHOP
                        ? promotions.giveBack(found.group().id(), order.shopId(), plan.subsidies())
                        : Mono.empty()))
                .then(Mono.defer(() -> decision.goodsTo() == OrderRefund.GoodsTo.SHELF
                        ? stock.giveBack(pieces(order, plan))
                        : Mono.empty()))
                // Last, because the payment is what other orders of the purchase wait for.
                .then(Mono.defer(() -> back.amount().equals(Vnd.ZERO)
                        ? Mono.empty()
                        : payments.takeBack(found.group().id(), back)))
                .thenReturn(refund);
    }

    private static List<StockRequest> pieces(Order order, RefundPlan plan) {
        return plan.lines().stream()
                .filter(line -> line.pieces() > 0)
                .map(line ->
                        new StockRequest(order.lines().get(line.position() - 1).variantId(), line.pieces()))
                .toList();
    }
}
