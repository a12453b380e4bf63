package vn.ocop.marketplace.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.StartCardPayment;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/** Sends the buyer of an unpaid purchase to the payment page, which names the shops and what each one gets. */
@Service
public class PayByCard {

    private final OrderQueries orders;
    private final ShopDirectory shops;
    private final StartCardPayment payment;

    PayByCard(OrderQueries orders, ShopDirectory shops, StartCardPayment payment) {
        this.orders = orders;
        this.shops = shops;
        this.payment = payment;
    }

    public Mono<StartCardPayment.Page> start(String code, Caller buyer) {
        return orders.purchase(code, buyer)
                .flatMap(group -> shops.findAll(shopIds(group)).map(found -> group.payable(names(group, found))))
                .flatMap(payment::start);
    }

    private static List<UUID> shopIds(OrderGroup group) {
        return group.orders().stream().map(Order::shopId).toList();
    }

    private static List<String> names(OrderGroup group, Map<UUID, Shop> shops) {
        return group.orders().stream()
                .map(order -> {
                    var shop = shops.get(order.shopId());
                    return shop == null ? order.code() : shop.name();
                })
                .toList();
    }
}
