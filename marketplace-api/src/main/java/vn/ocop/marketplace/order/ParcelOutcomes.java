package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.ParcelEvents;

/** The post's steps, on the order's own timeline; cash taken at the door is booked with the delivery. */
@Configuration(proxyBeanMethods = false)
class ParcelOutcomes {

    private final OrderRepository orders;
    private final OrderReads reads;
    private final Payments payments;
    private final ReleaseMoney release;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ParcelOutcomes(
            OrderRepository orders,
            OrderReads reads,
            Payments payments,
            ReleaseMoney release,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.payments = payments;
        this.release = release;
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

    private Mono<Void> accepted(ParcelEvents.Accepted parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.CONFIRMED)
                .flatMap(found -> found.moveTo(OrderStatus.SHIPPED, clock.instant(), parcel.trackingNumber())
                        .save(orders, parcel.actorId()))
                .as(transaction::transactional)
                .then();
    }

    private Mono<Void> delivered(ParcelEvents.Delivered parcel) {
        return locked(parcel.orderId())
                .filter(found -> found.order().status() == OrderStatus.SHIPPED)
                .flatMap(found -> found.moveTo(OrderStatus.DELIVERED, clock.instant(), null)
                        .save(orders, parcel.actorId()))
                .delayUntil(found -> release.schedule(found.order(), clock.instant()))
                .filter(found -> parcel.cashCollected().compareTo(Vnd.ZERO) > 0)
                .flatMap(found -> payments.collectCash(
                        found.group().id(), parcel.orderId(), parcel.cashCollected(), "parcel:" + parcel.parcelId()))
                .as(transaction::transactional);
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
