package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.buying.Order;
import vn.ocop.marketplace.web.site.Visit;

/** A shop's orders at the API, and the shop's word on them. */
@Component
class ShopDesk {

    private final MarketplaceApi api;

    ShopDesk(MarketplaceApi api) {
        this.api = api;
    }

    Mono<ShopOrders> orders(Visit visit, String shop, Wanted wanted) {
        var address = ApiAddress.of("/api/v1/shops")
                .segment(shop)
                .segment("orders")
                .with("status", wanted.status())
                .with("after", wanted.after());
        return api.get(visit.caller(), address, ShopOrders.class);
    }

    Mono<Order> confirm(Visit visit, String code) {
        return api.post(visit.caller(), order(code).segment("confirmation"), null, Order.class);
    }

    Mono<Order> refuse(Visit visit, String code, String reason) {
        return api.post(visit.caller(), order(code).segment("refusal"), Map.of("reason", reason), Order.class);
    }

    Mono<Order> invoice(Visit visit, String code, Map<String, String> invoice) {
        return api.put(visit.caller(), order(code).segment("e-invoice"), invoice, Order.class);
    }

    private static ApiAddress order(String code) {
        return ApiAddress.of("/api/v1/orders").segment(code);
    }

    /** Who works for the shop by its mandate now. */
    Mono<List<TodoPage.Helper>> helpers(Visit visit, String shop) {
        var address = ApiAddress.of("/api/v1/shops").segment(shop).segment("mandates");
        return api.get(visit.caller(), address, TodoPage.Helper.All.class)
                .map(all -> all.items().stream().filter(TodoPage.Helper::works).toList());
    }
}
