package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.listing.SalesCounts;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.ParcelRequest;
import vn.ocop.marketplace.shipment.Parcels;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * What a shop decides on an order: confirm it, which puts a parcel into its post office's queue, or refuse it, which
 * gives stock and money back. Saying the same twice changes nothing.
 */
@Service
public class ShopDecisions {

    private final OrderRepository orders;
    private final OrderReads reads;
    private final OrderDeliveries deliveries;
    private final StockReservations stock;
    private final SalesCounts sales;
    private final Payments payments;
    private final Promotions promotions;
    private final Parcels parcels;
    private final ShopDirectory shops;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ShopDecisions(
            OrderRepository orders,
            OrderReads reads,
            OrderDeliveries deliveries,
            StockReservations stock,
            SalesCounts sales,
            Payments payments,
            Promotions promotions,
            Parcels parcels,
            ShopDirectory shops,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.deliveries = deliveries;
        this.stock = stock;
        this.sales = sales;
        this.payments = payments;
        this.promotions = promotions;
        this.parcels = parcels;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<OrderInGroup> confirm(String code, Caller seller) {
        return locked(code, seller)
                .flatMap(found ->
                        found.order().status() == OrderStatus.CONFIRMED ? Mono.just(found) : confirmed(found, seller))
                .as(transaction::transactional);
    }

    private Mono<OrderInGroup> confirmed(OrderInGroup found, Caller seller) {
        return found.moveTo(OrderStatus.CONFIRMED, clock.instant(), null)
                .save(orders, seller.id())
                .delayUntil(saved -> sales.add(soldPieces(saved.order())))
                .delayUntil(this::requestParcel);
    }

    private static Map<UUID, Integer> soldPieces(Order order) {
        return order.lines().stream()
                .collect(Collectors.toMap(OrderLine::listingId, OrderLine::quantity, Integer::sum));
    }

    private Mono<Void> requestParcel(OrderInGroup confirmed) {
        return shops.find(confirmed.order().shopId())
                .zipWith(deliveries
                        .find(confirmed.order().id())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .map(both -> parcelRequest(confirmed, both.getT1(), both.getT2().orElse(null)))
                .flatMap(parcels::request);
    }

    private static ParcelRequest parcelRequest(
            OrderInGroup confirmed, Shop shop, ParcelRequest.@Nullable Delivery delivery) {
        var order = confirmed.order();
        var to = confirmed.group().recipient();
        var cash = confirmed.group().payment().method() == PaymentMethod.CASH_ON_DELIVERY ? order.total() : Vnd.ZERO;
        return new ParcelRequest(
                order.id(),
                order.code(),
                shop.id(),
                shop.communeCode(),
                new ParcelRequest.Recipient(to.name(), to.phone(), to.street(), to.communeCode()),
                order.weightGrams(),
                cash,
                delivery);
    }

    public Mono<OrderInGroup> refuse(String code, String reason, Caller seller) {
        return locked(code, seller)
                .flatMap(found -> found.order().status() == OrderStatus.REFUSED
                        ? Mono.just(found)
                        : refused(found, reason, seller))
                .as(transaction::transactional);
    }

    private Mono<OrderInGroup> refused(OrderInGroup found, String reason, Caller seller) {
        return found.moveTo(OrderStatus.REFUSED, clock.instant(), reason)
                .save(orders, seller.id())
                .delayUntil(saved ->
                        promotions.release(saved.group().id(), saved.order().shopId()))
                .delayUntil(saved -> stock.giveBack(saved.order().stock()))
                .delayUntil(saved -> payments.giveUp(
                        saved.group().id(), saved.order().id(), saved.order().total()));
    }

    private Mono<OrderInGroup> locked(String code, Caller seller) {
        return orders.lockByCode(code)
                .flatMap(reads::find)
                .map(group -> OrderInGroup.of(group, code))
                .filter(found -> seller.may(
                        Permission.SHOP_ORDERS, found.order().shopId().toString()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)));
    }
}
