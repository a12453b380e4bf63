package vn.ocop.marketplace.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dated step of an order, with a word on it where there is one: a reason, a tracking number. */
public record OrderEvent(
        OrderStatus status, Instant at, @Nullable String detail) {}
