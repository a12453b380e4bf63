package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.GuestHandover;
import vn.ocop.marketplace.listing.SalesCounts;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.Takeback;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.Parcels;

/**
 * Lets a buyer call off an order the post does not have yet. Of a purchase that is still unpaid everything is called
 * off, because its payment page asks for the whole amount.
 */
@Service
public class CancelOrder implements GuestHandover {

    /** A key of the pages' texts. */
    private static final String REFUND_REASON = "CANCELLED";

    private final OrderRepository orders;
    private final OrderReads reads;
    private final StockReservations stock;
    private final SalesCounts sales;
    private final Parcels parcels;
    private final Payments payments;
    private final GiveMoneyBack money;
    private final Promotions promotions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CancelOrder(
            OrderRepository orders,
            OrderReads reads,
            StockReservations stock,
            SalesCounts sales,
            Parcels parcels,
            Payments payments,
            GiveMoneyBack money,
            Promotions promotions,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.stock = stock;
        this.sales = sales;
        this.parcels = parcels;
        this.payments = payments;
        this.money = money;
        this.promotions = promotions;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<OrderGroup> cancel(String code, String reason, Caller buyer) {
        return locked(code, buyer)
                .flatMap(group -> callOff(group, code, reason, buyer).thenReturn(group.id()))
                .as(transaction::transactional)
                .flatMap(reads::find);
    }

    private Mono<OrderGroup> locked(String code, Caller buyer) {
        return orders.groupOf(code)
                .delayUntil(orders::lockOfGroup)
                .flatMap(reads::find)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)));
    }

    private Mono<Void> callOff(OrderGroup group, String code, String reason, Caller buyer) {
        var meant = OrderInGroup.of(group, code).order();
        if (meant.status() == OrderStatus.CANCELLED) {
            return Mono.empty();
        }
        var affected = meant.status() == OrderStatus.PENDING_PAYMENT ? group.orders() : List.of(meant);
        var cancelled = affected.stream()
                .map(order -> order.moveTo(OrderStatus.CANCELLED, clock.instant(), reason))
                .toList();
        return orders.saveSteps(cancelled, buyer.id())
                .then(Mono.defer(() -> meant.status() == OrderStatus.CONFIRMED ? unpack(meant, buyer) : Mono.empty()))
                // All of them before any stock: see the lock order of redemptions.
                .thenMany(Flux.fromIterable(affected))
                .concatMap(order -> promotions.release(group.id(), order.shopId()))
                .thenMany(Flux.fromIterable(affected))
                .concatMap(order -> order.refunded() ? giveBackTheRest(group, order, buyer) : giveUp(group, order))
                .then();
    }

    /** The post and the shop find out under one lock each, so one of collecting and calling off comes first. */
    private Mono<Void> unpack(Order order, Caller buyer) {
        return parcels.withdraw(order.id(), buyer.id())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.ILLEGAL_TRANSITION, order.code())))
                .flatMap(withdrawn -> sales.add(order.lines().stream()
                        .collect(Collectors.toMap(OrderLine::listingId, line -> -line.quantity(), Integer::sum))));
    }

    private Mono<Void> giveUp(OrderGroup group, Order order) {
        return stock.giveBack(order.stock())
                .then(Mono.defer(() -> payments.giveUp(group.id(), order.id(), order.total())));
    }

    /** The shop has given some of it back already. */
    private Mono<Void> giveBackTheRest(OrderGroup group, Order order, Caller buyer) {
        var decision = new GiveMoneyBack.Decision(
                OrderRefund.Cause.CANCELLATION,
                OrderRefund.GoodsTo.SHELF,
                Takeback.Bearer.SHOP,
                REFUND_REASON,
                buyer.id());
        return order.hasSomethingLeft()
                ? money.carryOut(new OrderInGroup(group, order), RefundPlan.ofAllThatIsLeft(order), decision)
                        .then()
                : Mono.empty();
    }

    @Override
    public Mono<Void> handOver(UUID guest, UUID member) {
        return orders.move(guest, member);
    }
}
