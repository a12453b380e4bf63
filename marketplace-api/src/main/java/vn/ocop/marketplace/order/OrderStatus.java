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
    EXPIRED,
    /** The post brought it back to its shop. */
    SENT_BACK,
    /** The post lost it. */
    LOST;

    /** The whole life of an order, readable in one place. */
    Set<OrderStatus> next() {
        return switch (this) {
            case PENDING_PAYMENT -> EnumSet.of(TO_CONFIRM, CANCELLED, EXPIRED);
            case TO_CONFIRM -> EnumSet.of(CONFIRMED, REFUSED, CANCELLED);
            case CONFIRMED -> EnumSet.of(SHIPPED, CANCELLED, LOST);
            case SHIPPED -> EnumSet.of(DELIVERED, SENT_BACK, LOST);
            // Money that came after all, while there is still stock.
            case EXPIRED -> EnumSet.of(TO_CONFIRM);
            case DELIVERED, REFUSED, CANCELLED, SENT_BACK, LOST -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether its buyer gets nothing of it. */
    public boolean fellThrough() {
        return this == REFUSED || this == CANCELLED || this == EXPIRED || this == SENT_BACK || this == LOST;
    }

    /** Once it is packed the shop gives money back as a refund; before that it refuses the order as a whole. */
    boolean refundable() {
        return this == CONFIRMED || this == SHIPPED || this == DELIVERED;
    }

    /** The buyer may call it off until the post has it. */
    public boolean cancellable() {
        return next().contains(CANCELLED);
    }
}
