package vn.ocop.marketplace.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.payment.Relief;
import vn.ocop.marketplace.payment.campaign.Discount;
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
        @Nullable Settlement settlement,
        @Nullable Instant receivedAt,
        List<Discount> deliveryOffers,
        @Nullable EInvoice invoice) {

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
        deliveryOffers = List.copyOf(deliveryOffers);
        if (!Vnd.sum(lines.stream().map(OrderLine::total).toList()).equals(goodsTotal)) {
            throw new IllegalArgumentException("the lines of " + code + " do not add up to its goods total");
        }
    }

    public Vnd total() {
        return goodsTotal.plus(deliveryFee);
    }

    /** When it got to a state; null when it never did. */
    @Nullable Instant reached(OrderStatus state) {
        return timeline.stream()
                .filter(event -> event.status() == state)
                .map(OrderEvent::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Until when something can be said about goods of a line; null before they came and once all was well. */
    @Nullable Instant returnUntil(OrderLine line) {
        var delivered = reached(OrderStatus.DELIVERED);
        return delivered == null || receivedAt != null ? null : delivered.plus(Duration.ofHours(line.returnHours()));
    }

    boolean hasSomethingLeft() {
        return !backGoods().equals(goodsTotal) || !backDelivery.equals(deliveryFee);
    }

    /** Whether something has gone back of it already. */
    boolean refunded() {
        return !refunds.isEmpty();
    }

    /** What has gone back of its goods. */
    public Vnd backGoods() {
        return Vnd.sum(lines.stream().map(OrderLine::backGoods).toList());
    }

    /** What the shop is charged for it all. */
    public Charges charges() {
        return Charges.sum(lines.stream().map(OrderLine::charges).toList());
    }

    /** What offers take off the goods. */
    public Vnd goodsDiscount() {
        return Vnd.sum(lines.stream().map(OrderLine::discount).toList());
    }

    /** What of the offers the shop bears, on its goods and on the delivery. */
    public Vnd shopsDiscount() {
        return relief().shopGoods().plus(relief().shopDelivery());
    }

    /** What others than the buyer bear of it. */
    Relief relief() {
        var offGoods = lines.stream().flatMap(line -> line.offers().stream()).toList();
        return Relief.of(
                Discount.ofSeller(offGoods),
                Discount.ofSeller(deliveryOffers),
                Discount.subsidies(offGoods),
                Discount.subsidies(deliveryOffers));
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
                settlement,
                receivedAt,
                deliveryOffers,
                invoice);
    }
}
