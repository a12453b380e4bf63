package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.checkout.Quote;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;

/** Draws up the orders of a quote: one per shop, each with the next number of the purchase's code. */
@Component
class NewOrders {

    private final OrderCodes codes;
    private final Territory territory;
    private final Clock clock;

    NewOrders(OrderCodes codes, Territory territory, Clock clock) {
        this.codes = codes;
        this.territory = territory;
        this.clock = clock;
    }

    OrderGroup from(UUID groupId, Quote quote, PlaceOrder.Wish wish, Language language, @Nullable Instant payUntil) {
        var now = clock.instant();
        var code = codes.next(provinceName(quote), BusinessTime.today(clock));
        var status = wish.method() == PaymentMethod.CARD ? OrderStatus.PENDING_PAYMENT : OrderStatus.TO_CONFIRM;
        var orders = new ArrayList<Order>();
        for (var shop : quote.terms().shops()) {
            var note = wish.notes().getOrDefault(shop.shopId(), "");
            orders.add(order(shop, code + "-" + (orders.size() + 1), status, note, now));
        }
        var payment = new OrderGroup.PaymentState(wish.method(), wish.method().firstStatus(), quote.total(), payUntil);
        return new OrderGroup(groupId, code, quote.buyerId(), wish.recipient(), language, payment, orders, now);
    }

    private static Order order(Quote.ShopTerms shop, String code, OrderStatus status, String note, Instant now) {
        return new Order(
                UUID.randomUUID(),
                code,
                shop.shopId(),
                status,
                lines(shop),
                shop.goodsTotal(),
                shop.delivery().fee(),
                shop.weightGrams(),
                note,
                now,
                List.of(new OrderEvent(status, now, null)),
                null);
    }

    private static List<OrderLine> lines(Quote.ShopTerms shop) {
        return shop.lines().stream()
                .map(line -> new OrderLine(
                        line.listingId(),
                        line.listingSlug(),
                        line.variantId(),
                        line.title(),
                        line.variantName(),
                        line.picture(),
                        line.unitPrice(),
                        line.quantity(),
                        line.weightGrams()))
                .toList();
    }

    private String provinceName(Quote quote) {
        var first = quote.terms().shops().getFirst();
        return territory.province(first.provinceCode()).map(Province::name).orElse("");
    }

    /** The commune was checked when it was quoted, so it is known here. */
    String provinceOf(Recipient recipient) {
        return territory
                .commune(recipient.communeCode())
                .map(commune -> commune.province().code())
                .orElseThrow(() -> new ProblemException(OrderProblem.OTHER_COMMUNE));
    }
}
