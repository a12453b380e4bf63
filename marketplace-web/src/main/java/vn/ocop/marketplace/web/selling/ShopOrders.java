package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.buying.Order;

/** A page of a shop's orders, with how many are in each state. */
public record ShopOrders(
        List<Order> items, @Nullable String next, @Nullable Map<Order.Status, Long> counts) {

    public long count(Order.Status status) {
        return counts == null ? 0 : counts.getOrDefault(status, 0L);
    }
}
