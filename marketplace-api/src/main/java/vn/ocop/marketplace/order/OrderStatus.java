package vn.ocop.marketplace.order;

import java.util.EnumSet;
import java.util.Set;

/** How far an order has got. */
public enum OrderStatus {
    PENDING_PAYMENT,
    TO_CONFIRM,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    REFUSED,
    CANCELLED,
    EXPIRED;

    /** The whole life of an order, readable in one place. */
    Set<OrderStatus> next() {
        return switch (this) {
            case PENDING_PAYMENT -> EnumSet.of(TO_CONFIRM, CANCELLED, EXPIRED);
            case TO_CONFIRM -> EnumSet.of(CONFIRMED, REFUSED, CANCELLED);
            case CONFIRMED -> EnumSet.of(SHIPPED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED, REFUSED, CANCELLED, EXPIRED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether the goods of the order went back on the shelf. */
    public boolean fellThrough() {
        return this == REFUSED || this == CANCELLED || this == EXPIRED;
    }

    /** The buyer may call it off until the shop has confirmed. */
    public boolean cancellable() {
        return next().contains(CANCELLED);
    }
}
