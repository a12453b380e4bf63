package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** The visitor's purchases at the API. */
@Component
class Purchases {

    private static final ParameterizedTypeReference<Items<OrderGroup>> PAGE = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<ShopRefund>> SHOP_REFUNDS =
            new ParameterizedTypeReference<>() {};
    private static final String GROUPS = "/api/v1/order-groups";

    private final MarketplaceApi api;

    Purchases(MarketplaceApi api) {
        this.api = api;
    }

    /** Where the provider takes the card. */
    record PaymentPage(String redirectUrl, Instant expiresAt) {}

    Mono<Items<OrderGroup>> list(Visit visit, @Nullable String after) {
        return api.get(visit.caller(), ApiAddress.of(GROUPS).with("limit", 12).with("after", after), PAGE);
    }

    Mono<OrderGroup> find(Visit visit, String code) {
        return api.get(visit.caller(), ApiAddress.of(GROUPS).segment(code), OrderGroup.class);
    }

    /** By code and the recipient's phone, without a session. */
    Mono<OrderGroup> lookUp(Visit visit, String code, String phone) {
        return api.post(
                visit.anyone(),
                ApiAddress.of("/api/v1/order-lookups"),
                Map.of("code", code, "phone", phone),
                OrderGroup.class);
    }

    /** The payment page of an unpaid purchase; while one is open the API answers the same again. */
    Mono<PaymentPage> paymentPage(Visit visit, String code) {
        return api.post(
                visit.caller(),
                ApiAddress.of(GROUPS).segment(code).segment("payment-sessions"),
                null,
                PaymentPage.class);
    }

    Mono<Transfer> transfer(Visit visit, String code) {
        return api.get(
                visit.caller(), ApiAddress.of(GROUPS).segment(code).segment("transfer-instructions"), Transfer.class);
    }

    /** Empty where the marketplace was paid, which sends back itself. */
    Mono<List<ShopRefund>> sentBackByShop(Visit visit, OrderGroup group) {
        return group.payment().direct()
                ? api.get(
                                visit.caller(),
                                ApiAddress.of(GROUPS).segment(group.code()).segment("direct-refunds"),
                                SHOP_REFUNDS)
                        .map(Items::items)
                : Mono.just(List.of());
    }

    Mono<Object> cancel(Visit visit, String orderCode, String reason) {
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/orders").segment(orderCode).segment("cancellation"),
                Map.of("reason", reason),
                Object.class);
    }

    Mono<Object> received(Visit visit, String orderCode) {
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/orders").segment(orderCode).segment("receipt"),
                null,
                Object.class);
    }

    Mono<Object> refundAccount(Visit visit, String code, String bin, String account, String holder) {
        return api.put(
                visit.caller(),
                ApiAddress.of(GROUPS).segment(code).segment("refund-account"),
                Map.of("bin", bin, "account", account, "holder", holder),
                Object.class);
    }
}
