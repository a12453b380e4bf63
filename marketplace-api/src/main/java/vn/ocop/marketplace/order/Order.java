package vn.ocop.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** One buyer's purchase from one shop. Immutable: every transition returns the next state or is refused. */
public record Order(
        UUID id,
        String code,
        UUID shopId,
        OrderStatus status,
        List<OrderLine> lines,
        Vnd goodsTotal,
        Vnd deliveryFee,
        Vnd backDelivery,
        int weightGrams,
        String note,
        Instant placedAt,
        List<OrderEvent> timeline,
        @Nullable ParcelState parcel,
        List<OrderRefund> refunds,
        @Nullable Settlement settlement) {

    /** What the shop is charged for it after refunds; null where nothing was ever reckoned. */
    public record Settlement(Vnd takenBack, Vnd commission, Vnd commissionVat, Vnd tax) {}

    /** What the post says of the order's parcel. */
    public record ParcelState(@Nullable String trackingNumber, String status, String office) {}

    public Order {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one line");
        }
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
        refunds = List.copyOf(refunds);
        if (!Vnd.sum(lines.stream().map(OrderLine::total).toList()).equals(goodsTotal)) {
            throw new IllegalArgumentException("the lines of " + code + " do not add up to its goods total");
        }
    }

    public Vnd total() {
        return goodsTotal.plus(deliveryFee);
    }

    /** What has gone back of its goods. */
    public Vnd backGoods() {
        return Vnd.sum(lines.stream().map(OrderLine::backGoods).toList());
    }

    /** What the shop is charged for it all. */
    public Charges charges() {
        return Charges.sum(lines.stream().map(OrderLine::charges).toList());
    }

    List<StockRequest> stock() {
        return lines.stream()
                .map(line -> new StockRequest(line.variantId(), line.quantity()))
                .toList();
    }

    /** The next state, dated; a step that the life of an order does not know is refused. */
    Order moveTo(OrderStatus target, Instant at, @Nullable String detail) {
        if (!status.next().contains(target)) {
            throw new ProblemException(OrderProblem.ILLEGAL_TRANSITION, code);
        }
        var steps = new ArrayList<>(timeline);
        steps.add(new OrderEvent(target, at, detail));
        return new Order(
                id,
                code,
                shopId,
                target,
                lines,
                goodsTotal,
                deliveryFee,
                backDelivery,
                weightGrams,
                note,
                placedAt,
                steps,
                parcel,
                refunds,
                settlement);
    }
}
