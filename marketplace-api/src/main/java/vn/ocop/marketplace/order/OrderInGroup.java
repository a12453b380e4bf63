package vn.ocop.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One order beside the purchase it belongs to. */
public record OrderInGroup(OrderGroup group, Order order) {

    static OrderInGroup of(OrderGroup group, String orderCode) {
        return new OrderInGroup(
                group,
                group.orders().stream()
                        .filter(order -> order.code().equals(orderCode))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(orderCode + " is not in " + group.code())));
    }

    OrderInGroup moveTo(OrderStatus target, Instant at, @Nullable String detail) {
        return new OrderInGroup(group, order.moveTo(target, at, detail));
    }

    Mono<OrderInGroup> save(OrderRepository orders, @Nullable UUID actor) {
        return orders.saveSteps(List.of(order), actor).thenReturn(this);
    }
}
