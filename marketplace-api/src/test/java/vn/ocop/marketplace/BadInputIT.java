package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.listing.Shelf;

/** Whatever is sent, the answer is a 4xx with a stable code and a sentence, never a 500. */
class BadInputIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "\"x\"", "{\"variantId\":7}", "{\"variantId\":\"x\",\"quantity\":1}", "null", ""})
    void aBodyThatIsNoCartLine(String body) {
        var answer = ApiClient.guest().raw("POST", "/api/v1/cart/lines", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).startsWith("platform.");
        assertThat(answer.body().path("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "2147483648", "99999999999999999999", "1.5", "\"two\"", "null"})
    void aQuantityThatIsNone(String quantity) {
        var variant = shelf.offer(shelf.shop(), 5).variants().getFirst();

        var answer = ApiClient.guest()
                .raw("POST", "/api/v1/cart/lines", "{\"variantId\":\"" + variant + "\",\"quantity\":" + quantity + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/cart/lines",
        "POST, /api/v1/quotes",
        "POST, /api/v1/order-groups",
        "POST, /api/v1/sessions",
        "POST, /api/v1/accounts",
        "POST, /api/v1/order-lookups"
    })
    void textOfAnyLengthAndKind(String method, String path) {
        var nasty = "'; drop table orders.orders; -- <script>alert(1)</script> \\u0000 " + "ê".repeat(5_000);

        var answer = ApiClient.guest().raw(method, path, """
                {"name":"%1$s","phone":"%1$s","password":"%1$s","login":"%1$s","code":"%1$s","communeCode":"%1$s",
                 "quoteId":"%1$s","variantId":"%1$s"}""".formatted(nasty), "Idempotency-Key", "k");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.code()).isNotBlank();
    }

    @Test
    void aBodyThatIsFarTooLong() {
        var answer =
                ApiClient.guest().raw("POST", "/api/v1/quotes", "{\"communeCode\":\"" + "9".repeat(400_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void moreThanThereIs() {
        var variant = shelf.offer(shelf.shop(), 2).variants().getFirst();

        var answer = Buyer.guest().put(variant, 3);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("checkout.not-enough");
        assertThat(answer.body().path("detail").asString()).contains("Cà phê Khe Sanh", "2");
    }

    @Test
    void anUnknownVariant() {
        assertThat(Buyer.guest().put(UUID.randomUUID(), 1).code()).isEqualTo("checkout.variant-not-found");
    }

    @Test
    void aPriceThatChangedSinceTheQuote() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        buyer.put(offer.variants().getFirst(), 1);
        var quote = buyer.quote();
        shelf.run(
                "update listing.variants set price = price + 5000 where id = :id",
                offer.variants().getFirst());

        var answer = buyer.api().post("/api/v1/order-groups", Buyer.order(quote, "CASH_ON_DELIVERY"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("checkout.changed");
        assertThat(answer.body().path("errors").get(0).path("field").asString())
                .isEqualTo(offer.variants().getFirst().toString());
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(5);
        assertThat(buyer.api().get("/api/v1/cart").body().path("itemCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void aQuoteOfSomeoneElse() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        buyer.put(offer.variants().getFirst(), 1);
        var quote = buyer.quote();

        var answer = ApiClient.guest().post("/api/v1/order-groups", Buyer.order(quote, "CASH_ON_DELIVERY"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("checkout.quote-not-found");
    }

    @Test
    void theSameKeyForAnotherOrder() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        buyer.put(offer.variants().getFirst(), 1);
        var order = Buyer.order(buyer.quote(), "CASH_ON_DELIVERY");
        buyer.api().post("/api/v1/order-groups", order, "one-key");
        var other = new HashMap<>(order);
        other.put("notes", Map.of(offer.shop(), "gói kỹ"));

        assertThat(buyer.api().post("/api/v1/order-groups", other, "one-key").code())
                .isEqualTo("platform.idempotency-key-reused");
    }

    @Test
    void noKeyAtAll() {
        var answer = ApiClient.guest().raw("POST", "/api/v1/order-groups", """
                {"quoteId":"%s","paymentMethod":"CARD","recipient":{"name":"A","phone":"0912345678",
                 "communeCode":"19333","street":"B"}}""".formatted(UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("platform.idempotency-key-missing");
    }

    @Test
    void anOrderOfSomeoneElse() {
        var placed = Buyer.guest()
                .buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CASH_ON_DELIVERY")
                .body();
        var code = placed.path("code").asString();
        var other = ApiClient.guest();

        assertThat(other.get("/api/v1/order-groups/" + code).status()).isEqualTo(404);
        assertThat(other.post("/api/v1/orders/" + code + "-1/cancellation", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/api/v1/orders/" + code + "-1/confirmation", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/api/v1/orders/" + code + "-1/refusal", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aForgedWebhook() {
        var answer = ApiClient.stranger()
                .raw("POST", "/api/v1/webhooks/stripe", "{\"id\":\"evt_1\"}", "Stripe-Signature", "t=1,v1=00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("payment.bad-signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/order-groups?after=x", "/api/v1/order-groups?limit=0", "/api/v1/order-groups?limit=97",
                "/api/v1/order-groups?limit=many", "/api/v1/shops/not-a-uuid/orders", "/api/v1/order-groups/%00"
            })
    void parametersThatMeanNothing(String path) {
        assertThat(ApiClient.guest().get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/cart",
        "GET, /api/v1/me",
        "POST, /api/v1/quotes",
        "GET, /api/v1/order-groups",
        "GET, /api/v1/post-offices/19429/parcels",
        "GET, /api/v1/shops/0198c0de-0000-7000-8000-000000000000/orders"
    })
    void withoutASession(String method, String path) {
        var answer = ApiClient.stranger().raw(method, path, "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("account.sign-in-needed");
        assertThat(new ApiClient(java.util.Optional.of("made-up"))
                        .raw(method, path, "{}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theReadersLanguage() {
        var vi = ApiClient.guest().raw("POST", "/api/v1/quotes", "{}");
        var en = ApiClient.guest().raw("POST", "/api/v1/quotes", "{}", "Accept-Language", "en");

        assertThat(vi.body().path("title").asString()).isEqualTo("Thông tin chưa đúng");
        assertThat(en.body().path("title").asString()).isEqualTo("Some information is not right");
    }
}
