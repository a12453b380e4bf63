package vn.ocop.marketplace.order;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.account.Throttle;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;

/** Purchases as their buyer, their shops and, with code and phone, their guests may read them. */
@Service
public class OrderQueries {

    private final OrderReads reads;
    private final Throttle throttle;

    OrderQueries(OrderReads reads, Throttle throttle) {
        this.reads = reads;
        this.throttle = throttle;
    }

    /** One page of a shop's orders, with how many are in each state. */
    public record ShopOrders(Page<OrderGroup> page, Map<OrderStatus, Long> counts) {}

    public Mono<OrderGroup> purchase(String code, Caller buyer) {
        return reads.findByCode(code)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> notFound(code)));
    }

    public Mono<Page<OrderGroup>> purchases(Caller buyer, @Nullable String after, int limit) {
        return reads.ofBuyer(buyer.id(), cursor(after), limit + 1)
                .collectList()
                .map(rows -> Page.of(rows, limit, group -> new Cursor(group.placedAt(), group.id()).encode()));
    }

    /** Whoever knows both the code and the phone of the recipient may look; guessing is slowed down per code. */
    public Mono<OrderGroup> lookup(String code, String phone) {
        var subject = "purchase " + code;
        return throttle.attempt(subject)
                .then(Mono.defer(() -> reads.findByCode(code)))
                .filter(group -> PhoneNumbers.normalise(phone)
                        .filter(group.recipient().phone()::equals)
                        .isPresent())
                .switchIfEmpty(Mono.error(() -> notFound(code)))
                .delayUntil(found -> throttle.succeeded(subject));
    }

    public Mono<ShopOrders> ofShop(
            UUID shop, @Nullable OrderStatus status, @Nullable String after, int limit, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_ORDERS, shop.toString(), OrderProblem.NOT_FOUND);
        return Mono.zip(
                reads.ofShop(shop, status, cursor(after), limit + 1)
                        .collectList()
                        .map(rows -> Page.of(rows, limit, OrderQueries::shopCursor)),
                reads.countsOfShop(shop),
                ShopOrders::new);
    }

    private static String shopCursor(OrderGroup group) {
        var order = group.orders().getFirst();
        return new Cursor(order.placedAt(), order.id()).encode();
    }

    private static @Nullable Cursor cursor(@Nullable String after) {
        return after == null ? null : Cursor.decode(after);
    }

    private static ProblemException notFound(String code) {
        return new ProblemException(OrderProblem.NOT_FOUND, code);
    }
}
