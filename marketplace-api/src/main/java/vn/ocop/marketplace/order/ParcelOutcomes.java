package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Notices;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.FailureReason;
import vn.ocop.marketplace.shipment.ParcelEvents;
import vn.ocop.marketplace.shipment.ParcelStatus;

/** The post's steps, on the order's own timeline; cash taken at the door is booked with the delivery. */
@Configuration(proxyBeanMethods = false)
class ParcelOutcomes {

    private final OrderRepository orders;
    private final OrderReads reads;
    private final Payments payments;
    private final Promotions promotions;
    private final ReleaseMoney release;
    private final UndeliveredGoods undelivered;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ParcelOutcomes(
            OrderRepository orders,
            OrderReads reads,
            Payments payments,
            Promotions promotions,
            ReleaseMoney release,
            UndeliveredGoods undelivered,
            Notices notices,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.payments = payments;
        this.promotions = promotions;
        this.release = release;
        this.undelivered = undelivered;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    OutboxHandler<ParcelEvents.Accepted> orderOfAcceptedParcel() {
        return OutboxHandler.of(ParcelEvents.ACCEPTED, ParcelEvents.Accepted.class, this::accepted);
    }

    @Bean
    OutboxHandler<ParcelEvents.Delivered> orderOfDeliveredParcel() {
        return OutboxHandler.of(ParcelEvents.DELIVERED, ParcelEvents.Delivered.class, this::delivered);
    }

    @Bean
    OutboxHandler<ParcelEvents.Returned> orderOfReturnedParcel() {
        return OutboxHandler.of(ParcelEvents.RETURNED, ParcelEvents.Returned.class, this::returned);
    }

    @Bean
    OutboxHandler<ParcelEvents.Lost> orderOfLostParcel() {
        return OutboxHandler.of(ParcelEvents.LOST, ParcelEvents.Lost.class, this::lost);
    }

    @Bean
    OutboxHandler<ParcelEvents.OnTheWay> newsOfParcel() {
        return OutboxHandler.of(ParcelEvents.ON_THE_WAY, ParcelEvents.OnTheWay.class, this::onTheWay);
    }

    private Mono<Void> accepted(ParcelEvents.Accepted parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.CONFIRMED)
                .flatMap(found -> moved(found, OrderStatus.SHIPPED, parcel.trackingNumber(), parcel.actorId()))
                .flatMap(found -> tell(found, "order.notice.shipped"))
                .as(transaction::transactional);
    }

    private Mono<Void> delivered(ParcelEvents.Delivered parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.SHIPPED)
                .flatMap(found -> moved(found, OrderStatus.DELIVERED, null, parcel.actorId()))
                .delayUntil(found -> release.schedule(found.order(), clock.instant()))
                .delayUntil(this::completed)
                .delayUntil(found -> tell(found, "order.notice.delivered"))
                .filter(found -> parcel.cashCollected().compareTo(Vnd.ZERO) > 0)
                .flatMap(found -> payments.collectCash(
                        found.group().id(), parcel.orderId(), parcel.cashCollected(), "parcel:" + parcel.parcelId()))
                .as(transaction::transactional);
    }

    private Mono<Void> returned(ParcelEvents.Returned parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.SHIPPED)
                .delayUntil(found -> undelivered.backToShop(found, parcel.actorId()))
                .flatMap(found -> moved(found, OrderStatus.SENT_BACK, name(parcel.reason()), parcel.actorId()))
                .flatMap(found -> tell(found, "order.notice.sent-back"))
                .as(transaction::transactional);
    }

    private static @Nullable String name(@Nullable FailureReason reason) {
        return reason == null ? null : reason.name();
    }

    private Mono<Void> lost(ParcelEvents.Lost parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.SHIPPED
                        || found.order().status() == OrderStatus.CONFIRMED)
                .delayUntil(found -> undelivered.lost(found, parcel.parcelId(), parcel.actorId()))
                .flatMap(found -> moved(found, OrderStatus.LOST, null, parcel.actorId()))
                .flatMap(found -> tell(found, "order.notice.lost"))
                .as(transaction::transactional);
    }

    private Mono<Void> onTheWay(ParcelEvents.OnTheWay parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.SHIPPED)
                .flatMap(found -> parcel.step() == ParcelStatus.FAILED
                        ? tell(found, "order.notice.failed")
                        : setOut(found, parcel.deliveryCode()))
                .as(transaction::transactional);
    }

    private Mono<Void> setOut(OrderInGroup found, @Nullable String code) {
        return code == null || code.isEmpty()
                ? tell(found, "order.notice.out")
                : notices.toPerson(
                        found.group().buyerId(),
                        "order.notice.out-with-code",
                        found.order().code(),
                        code);
    }

    private Mono<Void> tell(OrderInGroup found, String text) {
        return notices.toPerson(found.group().buyerId(), text, found.order().code());
    }

    private Mono<OrderInGroup> moved(
            OrderInGroup found, OrderStatus status, @Nullable String detail, @Nullable UUID actor) {
        return found.moveTo(status, clock.instant(), detail).save(orders, actor);
    }

    private Mono<Void> completed(OrderInGroup found) {
        var group = found.group();
        return promotions.completed(
                group.id(),
                found.order().shopId(),
                group.buyerId(),
                group.payment().method().name());
    }

    private Mono<OrderInGroup> locked(UUID orderId) {
        return orders.lockById(orderId)
                .flatMap(reads::find)
                .map(group -> new OrderInGroup(group, only(group, orderId)));
    }

    private static Order only(OrderGroup group, UUID orderId) {
        return group.orders().stream()
                .filter(order -> order.id().equals(orderId))
                .findFirst()
                .orElseThrow();
    }
}
