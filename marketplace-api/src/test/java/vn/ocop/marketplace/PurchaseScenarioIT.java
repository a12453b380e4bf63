package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.listing.Shelf;

/** Bought, confirmed, posted, delivered: the whole way through every module, over HTTP. */
class PurchaseScenarioIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    Staff staff;

    @BeforeEach
    void people() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        staff.openKheSanhOffice();
    }

    @Test
    void cashOnDeliveryFromTwoShopsToTheDoor() {
        var first = shelf.offer(shelf.shop(), 10);
        var second = shelf.offer(shelf.shop(), 10);
        var buyer = Buyer.guest();
        buyer.put(first.variants().getFirst(), 2);
        buyer.put(second.variants().getFirst(), 1);

        var placed = buyer.api().post("/api/v1/order-groups", Buyer.order(buyer.quote(), "CASH_ON_DELIVERY"));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.body().path("orders").size()).isEqualTo(2);
        assertThat(placed.body().path("status").asString()).isEqualTo("TO_CONFIRM");
        assertThat(placed.body().path("total").asLong())
                .isEqualTo(3 * 95_000 + placed.body().path("deliveryTotal").asLong());
        assertThat(shelf.stock(first.variants().getFirst())).isEqualTo(8);
        assertThat(buyer.api().get("/api/v1/cart").body().path("itemCount").asInt())
                .isZero();

        for (var order : placed.body().path("orders")) {
            deliver(
                    order.path("code").asString(),
                    UUID.fromString(order.path("shop").path("id").asString()));
        }
        var code = placed.body().path("code").asString();
        awaitStatus(buyer, code, "DELIVERED", "PAID");
        assertThat(buyer.api()
                        .get("/api/v1/order-groups/" + code)
                        .body()
                        .at("/orders/0/timeline")
                        .size())
                .isEqualTo(4);
    }

    private void deliver(String orderCode, UUID shop) {
        var seller = staff.worksFor("SHOP", shop.toString());
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        assertThat(seller.post("/api/v1/orders/" + orderCode + "/confirmation", Map.of())
                        .status())
                .isEqualTo(200);
        var queue = clerk.get("/api/v1/post-offices/19429/parcels?status=TO_COLLECT&limit=96")
                .body()
                .path("items");
        var parcel = Optional.<String>empty();
        for (var waiting : queue) {
            if (waiting.path("orderCode").asString().equals(orderCode)) {
                parcel = Optional.of(waiting.path("id").asString());
            }
        }
        var id = parcel.orElseThrow();
        var accepted = clerk.post("/api/v1/parcels/" + id + "/acceptance", Map.of());
        assertThat(accepted.body().path("trackingNumber").asString()).matches("HA\\d{9}VN");
        assertThat(clerk.post("/api/v1/parcels/" + id + "/delivery", Map.of())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("DELIVERED");
    }

    @Test
    void cardPaidThroughTheProvidersPage() throws Exception {
        var buyer = Buyer.guest();
        var placed = buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CARD")
                .body();
        var code = placed.path("code").asString();
        assertThat(placed.path("status").asString()).isEqualTo("PENDING_PAYMENT");

        var page = buyer.api().post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of());
        var again = buyer.api().post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of());
        var url = page.body().path("redirectUrl").asString();
        assertThat(again.body().path("redirectUrl").asString()).isEqualTo(url);
        SandboxPage.act(url, "pay");

        awaitStatus(buyer, code, "TO_CONFIRM", "PAID");
    }

    /** The SDK has given up by then; whoever asks again is led to the page that was opened, and is charged once. */
    @Test
    void aPageWhoseAnswerWasLostIsFoundAgain() throws Exception {
        var buyer = Buyer.guest();
        var code = buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CARD")
                .text("/code");
        var session = "/api/v1/order-groups/" + code + "/payment-sessions";
        SandboxPage.control("failCallsAfterEffect=3");
        assertThat(buyer.api().post(session, Map.of()).code()).isEqualTo("payment.card-unavailable");
        SandboxPage.control("failCallsAfterEffect=0");

        SandboxPage.act(buyer.api().post(session, Map.of()).text("/redirectUrl"), "pay");

        awaitStatus(buyer, code, "TO_CONFIRM", "PAID");
    }

    @Test
    void refusedByTheShopStockAndMoneyGoBack() throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var placed = buyer.buy(offer.variants().getFirst(), 2, "CARD").body();
        var code = placed.path("code").asString();
        SandboxPage.act(
                buyer.api()
                        .post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of())
                        .body()
                        .path("redirectUrl")
                        .asString(),
                "pay");
        awaitStatus(buyer, code, "TO_CONFIRM", "PAID");
        var seller = staff.worksFor("SHOP", offer.shop().toString());

        var refusal = Map.of("reason", "Hết mùa");
        assertThat(seller.post("/api/v1/orders/" + code + "-1/refusal", refusal).status())
                .isEqualTo(200);
        assertThat(seller.post("/api/v1/orders/" + code + "-1/refusal", refusal).status())
                .isEqualTo(200);

        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(5);
        awaitStatus(buyer, code, "REFUSED", "REFUNDED");
    }

    @Test
    void unpaidRunsOutAndStockComesBack() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 2, "CARD")
                .body()
                .path("code")
                .asString();
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(3);

        database.sql("update payment.payments set pay_until = now() - interval '1 minute' where payable_code = :code")
                .bind("code", code)
                .then()
                .block();

        awaitStatus(buyer, code, "EXPIRED", "EXPIRED");
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(5);
    }

    @Test
    void paidAfterItWasCalledOffMoneyGoesBack() throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 1, "CARD")
                .body()
                .path("code")
                .asString();
        var url = buyer.api()
                .post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of())
                .body()
                .path("redirectUrl")
                .asString();
        // The page is paid while the cancellation is on its way: the webhook is held back until both are done.
        SandboxPage.control("delayWebhooksMillis=1500");
        SandboxPage.act(url, "pay");
        buyer.api().post("/api/v1/orders/" + code + "-1/cancellation", Map.of());
        SandboxPage.control("delayWebhooksMillis=0");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(staff.count("""
                        select count(*)
                          from payment.attempts a
                          join payment.payments p on p.id = a.payment_id
                         where p.payable_code = '%s'
                           and a.kind = 'REFUND'
                           and a.status = 'SUCCEEDED'
                        """.formatted(code))).isEqualTo(1));
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(5);
    }

    @Test
    void aLostWebhookIsFoundByLookingAtTheProvider() throws Exception {
        var buyer = Buyer.guest();
        var code = buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CARD")
                .body()
                .path("code")
                .asString();
        var url = buyer.api()
                .post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of())
                .body()
                .path("redirectUrl")
                .asString();
        SandboxPage.control("dropWebhooks=1");
        SandboxPage.act(url, "pay");
        database.sql("update payment.attempts set created_at = now() - interval '5 minutes' where status = 'OPEN'")
                .then()
                .block();

        awaitStatus(buyer, code, "TO_CONFIRM", "PAID");
    }

    private static void awaitStatus(Buyer buyer, String code, String order, String payment) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            var purchase = buyer.api().get("/api/v1/order-groups/" + code);
            assertThat(purchase.text("/status")).isEqualTo(order);
            assertThat(purchase.text("/payment/status")).isEqualTo(payment);
        });
    }
}
