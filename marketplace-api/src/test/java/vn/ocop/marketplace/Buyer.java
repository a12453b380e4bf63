package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Shops through the API: cart, quote, order. */
public record Buyer(ApiClient api) {

    static final String DONG_HA = "19333";

    public static Buyer guest() {
        return new Buyer(ApiClient.guest());
    }

    public ApiClient.Answer put(UUID variant, int quantity) {
        return api.post("/api/v1/cart/lines", Map.of("variantId", variant, "quantity", quantity));
    }

    public String quote() {
        return api.post("/api/v1/quotes", Map.of("communeCode", DONG_HA))
                .body()
                .path("id")
                .asString();
    }

    public static Map<String, Object> order(String quote, String method) {
        var order = new HashMap<String, Object>();
        order.put("quoteId", quote);
        order.put("paymentMethod", method);
        order.put(
                "recipient",
                Map.of(
                        "name",
                        "Trần Thị Mai",
                        "phone",
                        "0912 345 678",
                        "communeCode",
                        DONG_HA,
                        "street",
                        "12 Lê Duẩn"));
        return order;
    }

    /** Buys one kind of thing, from an empty cart to the placed order. */
    public ApiClient.Answer buy(UUID variant, int quantity, String method) {
        put(variant, quantity);
        return api.post("/api/v1/order-groups", order(quote(), method));
    }

    /** Until a purchase says so at a place of its answer. */
    public void awaits(String code, String pointer, String text) {
        await(code)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/order-groups/" + code).text(pointer))
                                .isEqualTo(text));
    }
}
