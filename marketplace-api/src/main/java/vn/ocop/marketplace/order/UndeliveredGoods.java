package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.CarrierClaims;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.Takeback;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Stock and money of an order that its buyer never got, in the caller's transaction and under the order's lock. Goods
 * that came back are the shop's again and their price the buyer's; what was paid for the way is the platform's to bear.
 * For goods that are lost the carrier answers, and the shop has its money either way.
 */
@Component
class UndeliveredGoods {

    private static final String SENT_BACK = "PARCEL_SENT_BACK";
    private static final String LOST = "PARCEL_LOST";

    private final StockReservations stock;
    private final Payments payments;
    private final GiveMoneyBack money;
    private final CarrierClaims claims;
    private final OrderRepository orders;
    private final Clock clock;

    UndeliveredGoods(
            StockReservations stock,
            Payments payments,
            GiveMoneyBack money,
            CarrierClaims claims,
            OrderRepository orders,
            Clock clock) {
        this.stock = stock;
        this.payments = payments;
        this.money = money;
        this.claims = claims;
        this.orders = orders;
        this.clock = clock;
    }

    Mono<Void> backToShop(OrderInGroup found, @Nullable UUID actor) {
        if (unpaid(found)) {
            return stock.giveBack(found.order().stock()).then(Mono.defer(() -> giveUp(found)));
        }
        var left = RefundPlan.ofAllThatIsLeft(found.order());
        var goods = new RefundPlan(left.lines(), Vnd.ZERO);
        var way = new RefundPlan(List.of(), left.delivery());
        return carryOut(found, goods, OrderRefund.GoodsTo.SHELF, Takeback.Bearer.SHOP, SENT_BACK, actor)
                .then(Mono.defer(() ->
                        carryOut(found, way, OrderRefund.GoodsTo.SHELF, Takeback.Bearer.PLATFORM, SENT_BACK, actor)));
    }

    Mono<Void> lost(OrderInGroup found, UUID parcel, @Nullable UUID actor) {
        var order = found.order();
        if (unpaid(found)) {
            return giveUp(found)
                    .then(Mono.defer(
                            () -> claims.forShop(order.shopId(), order.id(), order.goodsTotal(), source(parcel))));
        }
        var left = RefundPlan.ofAllThatIsLeft(order);
        return carryOut(found, left, OrderRefund.GoodsTo.WRITTEN_OFF, Takeback.Bearer.PLATFORM, LOST, actor)
                .then(Mono.defer(() -> claims.forPlatform(left.total(), source(parcel))))
                // Nothing can be asked back any more: the shop's money need not wait.
                .then(Mono.defer(() -> orders.releaseDue(order.id(), clock.instant())));
    }

    private static String source(UUID parcel) {
        return "parcel:" + parcel;
    }

    private static boolean unpaid(OrderInGroup found) {
        return found.group().payment().method() == PaymentMethod.CASH_ON_DELIVERY;
    }

    private Mono<Void> giveUp(OrderInGroup found) {
        return payments.giveUp(
                found.group().id(), found.order().id(), found.order().total());
    }

    /** Where all the money has gone back before, only pieces are left to go on the shelf. */
    private Mono<Void> carryOut(
            OrderInGroup found,
            RefundPlan plan,
            OrderRefund.GoodsTo goodsTo,
            Takeback.Bearer bearer,
            String reason,
            @Nullable UUID actor) {
        if (plan.total().equals(Vnd.ZERO)) {
            var pieces = plan.lines().stream()
                    .filter(line -> line.pieces() > 0)
                    .map(line -> new StockRequest(
                            found.order().lines().get(line.position() - 1).variantId(), line.pieces()))
                    .toList();
            return goodsTo == OrderRefund.GoodsTo.SHELF && !pieces.isEmpty() ? stock.giveBack(pieces) : Mono.empty();
        }
        return money.carryOut(
                        found, plan, new GiveMoneyBack.Decision(OrderRefund.Cause.POST, goodsTo, bearer, reason, actor))
                .then();
    }
}
