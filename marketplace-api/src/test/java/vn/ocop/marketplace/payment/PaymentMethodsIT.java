package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.AtOnce;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.platform.BusinessTime;

/** Which ways to pay are offered, and cash at a post office's counter; over HTTP. */
class PaymentMethodsIT extends Trading {

    ApiClient admin;
    ApiClient clerk;

    @BeforeEach
    void people() {
        admin = staff.worksFor("PLATFORM", "*");
        clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
    }

    private static JsonNode method(Buyer buyer, String method) {
        var quote = buyer.api().post("/api/v1/quotes", Map.of("communeCode", "19333"));
        for (var choice : quote.body().path("paymentMethods")) {
            if (choice.path("method").asString().equals(method)) {
                return choice;
            }
        }
        throw new AssertionError(method);
    }

    private String rule(Map<String, Object> terms) {
        var rule = new LinkedHashMap<String, Object>(terms);
        rule.put("validFrom", today().toString());
        rule.put("note", "thử");
        var added = admin.post("/api/v1/payment-method-rules", rule);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertNoted("payment.method-rule-added", added.text("/id"));
        return added.text("/id");
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessTime.ZONE);
    }

    private void end(String rule) {
        var path = "/api/v1/payment-method-rules/" + rule + "/end";
        assertThat(admin.post(path, Map.of("lastDay", today().minusDays(2).toString()))
                        .code())
                .isEqualTo("payment.past");
        assertThat(admin.post(path, Map.of("lastDay", today().minusDays(1).toString()))
                        .status())
                .isEqualTo(200);
        assertNoted("payment.method-rule-ended", rule);
    }

    @Test
    void aRuleForAShopKeepsAMethodFromItsPurchasesOnly() {
        var without = shelf.offer(shelf.shop(), 5);
        var with = shelf.offer(shelf.shop(), 5);
        var rule =
                rule(Map.of("method", "CASH_ON_DELIVERY", "shop", without.shop().toString()));

        var buyer = Buyer.guest();
        buyer.put(without.variants().getFirst(), 1);
        assertThat(method(buyer, "CASH_ON_DELIVERY").path("eligible").asBoolean())
                .isFalse();
        assertThat(method(buyer, "CASH_ON_DELIVERY").path("reason").asString()).contains("Gian hàng");
        assertThat(method(buyer, "CARD").path("eligible").asBoolean()).isTrue();
        assertThat(buyer.api()
                        .post("/api/v1/order-groups", Buyer.order(buyer.quote(), "CASH_ON_DELIVERY"))
                        .code())
                .isEqualTo("order.payment-method-not-allowed");
        assertThat(Buyer.guest()
                        .buy(with.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                        .status())
                .isEqualTo(201);
        end(rule);
        assertThat(method(buyer, "CASH_ON_DELIVERY").path("eligible").asBoolean())
                .isTrue();
    }

    @Test
    void aRuleMayAskForPurchasesThatWerePaid() {
        var offer = shelf.offer(shelf.shop(), 9);
        rule(Map.of("method", "CASH_ON_DELIVERY", "shop", offer.shop().toString(), "fewerPurchases", 1));
        var buyer = Buyer.guest();
        buyer.put(offer.variants().getFirst(), 1);
        assertThat(method(buyer, "CASH_ON_DELIVERY").path("eligible").asBoolean())
                .isFalse();

        var first = buyer.api().post("/api/v1/order-groups", Buyer.order(buyer.quote(), "CASH_AT_POST_OFFICE"));
        take(first.text("/code"), first.body().path("total").asLong());

        buyer.put(offer.variants().getFirst(), 1);
        assertThat(method(buyer, "CASH_ON_DELIVERY").path("eligible").asBoolean())
                .isTrue();
    }

    @Test
    void aRuleOfThePastIsRefused() {
        var yesterday =
                Map.of("method", "CARD", "validFrom", today().minusDays(1).toString(), "note", "thử");
        assertThat(admin.post("/api/v1/payment-method-rules", yesterday).code()).isEqualTo("payment.past");
    }

    private ApiClient.Answer take(String code, long amount) {
        return clerk.post(
                "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/counter-payments",
                Map.of("purchase", code, "amount", amount));
    }

    private ApiClient.Answer due(String code) {
        return clerk.get("/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/counter-payments/" + code);
    }

    @Test
    void theClerkTakesWhatIsDueOnceAndTheShopIsTold() throws Exception {
        var buyer = Buyer.guest();
        var placed = buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 2, "CASH_AT_POST_OFFICE");
        var code = placed.text("/code");
        var total = placed.body().path("total").asLong();
        assertThat(placed.text("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(due(code.toLowerCase(Locale.ROOT).replace("-", ""))
                        .body()
                        .path("amount")
                        .asLong())
                .isEqualTo(total);
        assertThat(take(code, total - 1).code()).isEqualTo("payment.other-amount");

        assertThat(AtOnce.times(6, i -> take(code, total).status()))
                .filteredOn(status -> status == 201)
                .hasSize(1);

        buyer.awaits(code, "/status", "TO_CONFIRM");
        assertThat(due(code).code()).isEqualTo("payment.nothing-to-pay");
        assertThat(staff.count("select count(*) from payment.published_counter_receipts where payable_code = '" + code
                        + "' and amount = " + total))
                .isEqualTo(1);
        assertBooksAgree();
    }

    @Test
    void aRepeatWithItsKeyIsAnsweredTheSame() {
        var buyer = Buyer.guest();
        var placed = buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CASH_AT_POST_OFFICE");
        var path = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/counter-payments";
        var body = Map.of(
                "purchase",
                placed.text("/code"),
                "amount",
                placed.body().path("total").asLong());
        var key = UUID.randomUUID().toString();

        var first = clerk.post(path, body, key);
        var again = clerk.post(path, body, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void afterItsTimeNothingIsTakenAndWhatIsRefusedIsTransferredBack() {
        var late = Buyer.guest();
        var expired = late.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CASH_AT_POST_OFFICE");
        database.sql("update payment.payments set pay_until = now() - interval '1 minute' where payable_code = :code")
                .bind("code", expired.text("/code"))
                .then()
                .block();
        assertThat(take(expired.text("/code"), expired.body().path("total").asLong())
                        .code())
                .isIn("payment.time-is-up", "payment.nothing-to-pay");
        late.awaits(expired.text("/code"), "/status", "EXPIRED");

        var buyer = Buyer.guest();
        var offer = shelf.offer(shelf.shop(), 5);
        var placed = buyer.buy(offer.variants().getFirst(), 1, "CASH_AT_POST_OFFICE");
        take(placed.text("/code"), placed.body().path("total").asLong());
        buyer.awaits(placed.text("/code"), "/status", "TO_CONFIRM");
        staff.worksFor("SHOP", offer.shop().toString())
                .post("/api/v1/orders/" + placed.text("/code") + "-1/refusal", Map.of("reason", "Hết hàng"));
        assertThat(staff.count("""
                select count(*)
                  from payment.attempts a
                  join payment.payments p on p.id = a.payment_id
                 where p.payable_code = '%s'
                   and a.kind = 'REFUND'
                   and a.channel = 'BANK'
                   and a.status = 'OPEN'
                """.formatted(placed.text("/code")))).isEqualTo(1);
        assertBooksAgree();
    }
}
