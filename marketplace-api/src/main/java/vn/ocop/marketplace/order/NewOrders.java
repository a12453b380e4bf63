package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.checkout.Quote;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.payment.SaleCharges;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;

/** Draws up the orders of a quote: one per shop, each with the next number of the purchase's code. */
@Component
class NewOrders {

    private final OrderCodes codes;
    private final Territory territory;
    private final SaleCharges saleCharges;
    private final Deadlines deadlines;
    private final Clock clock;

    NewOrders(OrderCodes codes, Territory territory, SaleCharges saleCharges, Deadlines deadlines, Clock clock) {
        this.codes = codes;
        this.territory = territory;
        this.saleCharges = saleCharges;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Until when it is to be paid, and whether to the shop itself. */
    record Terms(@Nullable Instant payUntil, boolean direct) {}

    OrderGroup from(
            UUID groupId, Quote quote, PlaceOrder.Wish wish, Language language, Terms terms, Map<UUID, Shop> sellers) {
        var now = clock.instant();
        var code = codes.next(provinceName(quote), BusinessTime.today(clock));
        var status = wish.method().paidBeforehand() ? OrderStatus.PENDING_PAYMENT : OrderStatus.TO_CONFIRM;
        var orders = new ArrayList<Order>();
        for (var shop : quote.terms().shops()) {
            var note = wish.notes().getOrDefault(shop.shopId(), "");
            var charges = charges(shop, sellers.get(shop.shopId()), !terms.direct());
            orders.add(order(shop, charges, code + "-" + (orders.size() + 1), status, note, now));
        }
        var payment = new OrderGroup.PaymentState(
                wish.method(), wish.method().firstStatus(), quote.total(), terms.payUntil(), terms.direct());
        return new OrderGroup(groupId, code, quote.buyerId(), wish.recipient(), language, payment, orders, now);
    }

    private Order order(
            Quote.ShopTerms shop, List<Charges> charges, String code, OrderStatus status, String note, Instant now) {
        return new Order(
                UUID.randomUUID(),
                code,
                shop.shopId(),
                status,
                lines(shop, charges),
                shop.goodsTotal(),
                shop.deliveryFee(),
                Vnd.ZERO,
                shop.weightGrams(),
                note,
                now,
                List.of(new OrderEvent(status, now, null)),
                null,
                List.of(),
                null,
                null,
                shop.deliveryDiscounts(),
                null);
    }

    /** A shop that vanished since the quote cannot be charged; its order is refused by the stock. */
    private List<Charges> charges(Quote.ShopTerms shop, @Nullable Shop seller, boolean collected) {
        var lines = shop.lines().stream()
                .map(line -> new SaleCharges.Line(
                        Objects.requireNonNullElse(line.categoryCode(), ""),
                        line.unitPrice().times(line.quantity()).minus(Discount.ofSeller(line.discounts()))))
                .toList();
        return seller == null
                ? lines.stream().map(line -> Charges.NONE).toList()
                : saleCharges.of(seller, lines, collected);
    }

    private List<OrderLine> lines(Quote.ShopTerms shop, List<Charges> charges) {
        return IntStream.range(0, charges.size())
                .mapToObj(i -> line(
                        shop.lines().get(i),
                        charges.get(i),
                        deadlines.returnHours(shop.lines().get(i).categoryCode(), BusinessTime.today(clock))))
                .toList();
    }

    private static OrderLine line(Quote.Line line, Charges charges, int returnHours) {
        return new OrderLine(
                line.listingId(),
                line.listingSlug(),
                line.variantId(),
                line.title(),
                line.variantName(),
                line.picture(),
                line.unitPrice(),
                line.quantity(),
                line.weightGrams(),
                charges,
                0,
                Vnd.ZERO,
                returnHours,
                line.discounts());
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
