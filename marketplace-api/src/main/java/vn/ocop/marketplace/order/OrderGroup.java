package vn.ocop.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.payment.Payable;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.PaymentStatus;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/** One purchase: one buyer, one address, one payment, one order per shop. */
public record OrderGroup(
        UUID id,
        String code,
        UUID buyerId,
        Recipient recipient,
        Language language,
        PaymentState payment,
        List<Order> orders,
        Instant placedAt) {

    /** How the purchase is paid, how far that has got, and whether its shop is paid itself. */
    public record PaymentState(
            PaymentMethod method,
            PaymentStatus status,
            Vnd amount,
            @Nullable Instant payUntil,
            boolean direct) {}

    public OrderGroup {
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("a purchase has at least one order");
        }
        orders = List.copyOf(orders);
    }

    public Vnd goodsTotal() {
        return Vnd.sum(orders.stream().map(Order::goodsTotal).toList());
    }

    public Vnd deliveryTotal() {
        return Vnd.sum(orders.stream().map(Order::deliveryFee).toList());
    }

    public Vnd total() {
        return goodsTotal().plus(deliveryTotal());
    }

    /** What payments need to know of it; {@code names} are those of the shops, in the order of the orders. */
    Payable payable(List<String> names) {
        var lines = new ArrayList<Payable.Line>();
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            lines.add(new Payable.Line(
                    order.id(),
                    order.shopId(),
                    order.code(),
                    names.get(i),
                    order.goodsTotal(),
                    order.deliveryFee(),
                    order.charges(),
                    order.relief()));
        }
        return new Payable(id, code, buyerId, total(), lines, language);
    }
}
