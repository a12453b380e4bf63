package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.checkout.Carts;
import vn.ocop.marketplace.checkout.CheckoutProblem;
import vn.ocop.marketplace.checkout.PaymentChoices;
import vn.ocop.marketplace.checkout.Quote;
import vn.ocop.marketplace.checkout.Quotes;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.listing.TakenStock;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.Settlements;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.payment.campaign.Shopper;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * Turns a quote into a purchase, in one transaction: stock is taken by a conditional update that also answers today's
 * prices, and any line that is short or dearer than quoted rolls everything back and is named.
 */
@Service
public class PlaceOrder {

    private final Idempotency idempotency;
    private final Quotes quotes;
    private final Carts carts;
    private final PaymentChoices choices;
    private final StockReservations stock;
    private final Promotions promotions;
    private final Payments payments;
    private final Settlements settlements;
    private final OrderRepository orders;
    private final OrderReads reads;
    private final OrderDeliveries deliveries;
    private final NewOrders newOrders;
    private final ShopDirectory shops;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration payWindow;
    private final Duration counterWindow;
    private final Duration directWindow;

    PlaceOrder(
            Idempotency idempotency,
            Quotes quotes,
            Carts carts,
            PaymentChoices choices,
            StockReservations stock,
            Promotions promotions,
            Payments payments,
            Settlements settlements,
            OrderRepository orders,
            OrderReads reads,
            OrderDeliveries deliveries,
            NewOrders newOrders,
            ShopDirectory shops,
            TransactionalOperator transaction,
            Clock clock,
            @Value("${marketplace.pay-window:PT30M}") Duration payWindow,
            @Value("${marketplace.counter-window:P2D}") Duration counterWindow,
            // Sellers have to find the time to look at their account.
            @Value("${marketplace.direct-window:P1D}") Duration directWindow) {
        this.idempotency = idempotency;
        this.quotes = quotes;
        this.carts = carts;
        this.choices = choices;
        this.stock = stock;
        this.promotions = promotions;
        this.payments = payments;
        this.settlements = settlements;
        this.orders = orders;
        this.reads = reads;
        this.deliveries = deliveries;
        this.newOrders = newOrders;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
        this.payWindow = payWindow;
        this.counterWindow = counterWindow;
        this.directWindow = directWindow;
    }

    /** What the buyer sends; notes are by shop. */
    public record Wish(
            UUID quoteId, PaymentMethod method, Recipient recipient, boolean adultConfirmed, Map<UUID, String> notes) {}

    private record Placed(UUID groupId) {}

    public Mono<OrderGroup> place(Wish wish, String key, Caller buyer, Language language) {
        var request = new Idempotency.Request(buyer.id(), key, wish);
        return Mono.defer(() -> idempotency.once(
                        request,
                        new Placed(UUID.randomUUID()),
                        Placed.class,
                        placed -> order(placed.groupId(), wish, buyer, language),
                        placed -> reads.find(placed.groupId())))
                .as(transaction::transactional)
                // Two purchases drew the same code: draw again.
                .retryWhen(Retry.max(3).filter(DuplicateKeyException.class::isInstance));
    }

    private Mono<OrderGroup> order(UUID groupId, Wish wish, Caller buyer, Language language) {
        return quotes.redeem(wish.quoteId(), buyer.id())
                .doOnNext(quote -> check(quote, wish))
                .delayUntil(quote -> mustBeAllowed(quote, wish.method()))
                // Before stock, as everywhere: see the lock order of redemptions.
                .delayUntil(quote -> claim(groupId, quote, wish))
                .delayUntil(this::takeStock)
                .flatMap(quote -> shops.findAll(sellers(quote))
                        .map(found ->
                                newOrders.from(groupId, quote, wish, language, terms(quote, wish.method()), found))
                        .delayUntil(group ->
                                orders.add(group, wish.adultConfirmed(), newOrders.provinceOf(group.recipient())))
                        .delayUntil(group -> deliveries.add(group, quote)))
                .delayUntil(group -> payments.open(
                        group.payable(group.orders().stream().map(Order::code).toList()),
                        wish.method(),
                        group.payment().payUntil(),
                        group.payment().direct()))
                .delayUntil(group -> carts.ordered(buyer.id(), variants(group)));
    }

    /** An offer that depends on the way to pay is for that way only. */
    private Mono<Void> claim(UUID groupId, Quote quote, Wish wish) {
        var claim = quote.terms().claim();
        if (claim.method() != null && !claim.method().equals(wish.method().name())) {
            throw new ProblemException(CheckoutProblem.CHANGED);
        }
        return promotions.claim(
                groupId,
                quote.buyerId(),
                claim,
                new Shopper.Place(newOrders.provinceOf(wish.recipient()), quote.communeCode()));
    }

    private static List<UUID> sellers(Quote quote) {
        return quote.terms().shops().stream().map(Quote.ShopTerms::shopId).toList();
    }

    private NewOrders.Terms terms(Quote quote, PaymentMethod method) {
        var direct = settlements.anyDirect(sellers(quote), method);
        return new NewOrders.Terms(direct ? clock.instant().plus(directWindow) : payUntil(method), direct);
    }

    private @Nullable Instant payUntil(PaymentMethod method) {
        return switch (method) {
            case CASH_ON_DELIVERY -> null;
            case CARD, BANK_TRANSFER -> clock.instant().plus(payWindow);
            // People have to get there while it is open.
            case CASH_AT_POST_OFFICE -> clock.instant().plus(counterWindow);
        };
    }

    private void check(Quote quote, Wish wish) {
        if (!quote.communeCode().equals(wish.recipient().communeCode())) {
            throw new ProblemException(OrderProblem.OTHER_COMMUNE);
        }
        if (quote.ageRestricted() && !wish.adultConfirmed()) {
            throw new ProblemException(OrderProblem.ADULTS_ONLY);
        }
    }

    private Mono<Boolean> mustBeAllowed(Quote quote, PaymentMethod method) {
        return choices.allowed(quote, method)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.METHOD_NOT_ALLOWED)));
    }

    private Mono<Void> takeStock(Quote quote) {
        var requests = quote.lines().stream()
                .map(line -> new StockRequest(line.variantId(), line.quantity(), promised(quote, line)))
                .toList();
        return stock.take(requests).doOnNext(taken -> compare(quote, taken)).then();
    }

    private static int promised(Quote quote, Quote.Line line) {
        return Math.min(line.quantity(), quote.terms().claim().promisedOf(line.variantId()));
    }

    private static void compare(Quote quote, List<TakenStock> taken) {
        var byVariant = taken.stream().collect(Collectors.toMap(TakenStock::variantId, Function.identity()));
        var changed = quote.lines().stream()
                .flatMap(line -> change(line, byVariant.get(line.variantId())).stream())
                .toList();
        if (!changed.isEmpty()) {
            throw new ProblemException(CheckoutProblem.CHANGED, changed);
        }
    }

    private static List<FieldProblem> change(Quote.Line line, @Nullable TakenStock taken) {
        var field = line.variantId().toString();
        if (taken == null) {
            return List.of(new FieldProblem(field, "checkout.line-not-enough"));
        }
        return taken.price() == line.unitPrice().dong()
                ? List.of()
                : List.of(new FieldProblem(
                        field, "checkout.line-price-changed", line.unitPrice().dong(), taken.price()));
    }

    private static List<UUID> variants(OrderGroup group) {
        return group.orders().stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::variantId)
                .toList();
    }
}
