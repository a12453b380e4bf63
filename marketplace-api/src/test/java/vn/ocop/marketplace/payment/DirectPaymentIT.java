package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.platform.BusinessTime;

/** Purchases whose buyers pay the shop itself, over HTTP. */
class DirectPaymentIT extends Trading {

    private static final long FEE = 2_850 + 285;

    @Autowired
    Settlements settlements;

    ApiClient admin;

    @BeforeEach
    void people() {
        admin = staff.worksFor("PLATFORM", "*");
    }

    private record Sale(Buyer buyer, String code, long total, long delivery, Shelf.Offer offer, ApiClient seller) {

        String shop() {
            return offer.shop().toString();
        }

        ApiClient.Answer received() {
            return seller.post("/api/v1/shops/" + shop() + "/direct-payments/" + code + "/receipt", Map.of());
        }

        void awaitStatus(String order, String payment) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var purchase = buyer.api().get("/api/v1/order-groups/" + code);
                assertThat(purchase.text("/payment/status")).isEqualTo(payment);
                assertThat(purchase.text("/status")).isEqualTo(order);
            });
        }

        JsonNode duty() {
            return buyer.api()
                    .get("/api/v1/order-groups/" + code + "/direct-refunds")
                    .body()
                    .at("/items/0");
        }
    }

    /** A household that is paid itself, from today on. */
    private UUID directShop() {
        var shop = shelf.shop();
        shelf.run("update shop.shops set legal_kind = 'HOUSEHOLD' where id = :id", shop);
        shelf.run("""
                insert into payment.settlement_rules (shop_id, method, way, valid_from, note, created_by, created_at)
                values (:id, 'BANK_TRANSFER', 'DIRECT', date '2026-01-01', 'thử', :id, now())
                """, shop);
        settlements.load().block();
        return shop;
    }

    private ApiClient seller(UUID shop) {
        var seller = staff.worksFor("SHOP", shop.toString());
        var named = seller.put(
                "/api/v1/shops/" + shop + "/payout-account",
                Map.of("bin", "970436", "number", "0011002233", "holder", "Hồ Thị Mai"));
        assertThat(named.status()).isEqualTo(200);
        return seller;
    }

    private Sale sale() {
        var shop = directShop();
        var seller = seller(shop);
        var offer = shelf.offer(shop, 5);
        var buyer = Buyer.guest();
        var placed = buyer.buy(offer.variants().getFirst(), 1, "BANK_TRANSFER");
        assertThat(placed.text("/status")).isEqualTo("PENDING_PAYMENT");
        return new Sale(
                buyer,
                placed.text("/code"),
                placed.body().path("total").asLong(),
                placed.body().path("deliveryTotal").asLong(),
                offer,
                seller);
    }

    private long owedTo(Sale sale) {
        return shelf.number(
                "select coalesce(sum(credits - debits), 0)::bigint as n from ledger.published_balances"
                        + " where account = 'SHOP_PAYABLE' and party = :id::text",
                sale.offer().shop());
    }

    @Test
    void theBuyerPaysTheShopWhichOwesItsFeeAndIsWithheldNothing() {
        var sale = sale();
        var told = sale.buyer().api().get("/api/v1/order-groups/" + sale.code() + "/transfer-instructions");
        assertThat(told.body().path("direct").asBoolean()).isTrue();
        assertThat(told.text("/account")).isEqualTo("0011002233");
        assertThat(told.text("/holder")).isEqualTo("HO THI MAI");
        assertThat(told.text("/qr"))
                .contains("970436")
                .contains("0011002233")
                .contains(sale.code().replace("-", ""));
        assertThat(told.body().path("amount").asLong()).isEqualTo(sale.total());
        assertThat(sale.seller()
                        .get("/api/v1/shops/" + sale.shop() + "/direct-payments")
                        .text("/awaited/0/purchase"))
                .isEqualTo(sale.code());

        assertThat(sale.received().status()).isEqualTo(204);
        assertThat(sale.received().status()).isEqualTo(204);

        sale.awaitStatus("TO_CONFIRM", "PAID");
        assertThat(owedTo(sale)).isEqualTo(-sale.delivery() - FEE);
        assertBooksAgree();
        assertThat(sale.seller()
                        .post("/api/v1/orders/" + sale.code() + "-1/confirmation", Map.of())
                        .body()
                        .at("/settlement/taxWithheld")
                        .asLong())
                .isZero();

        var line = sale.seller()
                .get("/api/v1/shops/" + sale.shop() + "/money")
                .body()
                .at("/lines/0");
        assertThat(line.path("direct").asLong()).isEqualTo(sale.total());
        assertThat(line.path("tax").asLong()).isZero();
        assertThat(line.path("held").asLong()).isZero();
        assertThat(line.path("net").asLong()).isEqualTo(-sale.delivery() - FEE);
        var standing = sale.seller()
                .get("/api/v1/shops/" + sale.shop() + "/money")
                .body()
                .path("standing");
        assertThat(standing.path("held").asLong()).isZero();
        assertThat(standing.path("due").asLong()).isEqualTo(-sale.delivery() - FEE);

        database.sql("update orders.orders set release_due = now() - interval '1 minute', status = 'DELIVERED'"
                        + " where code = :code")
                .bind("code", sale.code() + "-1")
                .then()
                .block();
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(shelf.number(
                                "select coalesce(sum(amount), 0)::bigint as n from payout.earnings where shop_id = :id",
                                sale.offer().shop()))
                        .isEqualTo(-sale.delivery() - FEE));
        assertBooksAgree();
    }

    @Test
    void whatGoesBackIsTheShopsDutyByADay() {
        var sale = sale();
        sale.received();
        sale.awaitStatus("TO_CONFIRM", "PAID");
        sale.buyer()
                .api()
                .put(
                        "/api/v1/order-groups/" + sale.code() + "/refund-account",
                        Map.of("bin", "970422", "account", "9988776655", "holder", "TRAN THI MAI"));

        sale.seller().post("/api/v1/orders/" + sale.code() + "-1/refusal", Map.of("reason", "Hết hàng"));

        sale.awaitStatus("REFUSED", "PAID");
        assertThat(sale.duty().path("duty").asString()).isEqualTo("DUE");
        assertThat(sale.duty().path("amount").asLong()).isEqualTo(sale.total());
        assertThat(admin.get("/api/v1/bank-refunds").body().toString()).doesNotContain(sale.code());
        assertThat(owedTo(sale)).isZero();
        assertBooksAgree();

        database.sql("update payment.attempts set due_at = now() - interval '1 minute' where id = :id")
                .bind("id", UUID.fromString(sale.duty().path("id").asString()))
                .then()
                .block();
        assertThat(sale.duty().path("duty").asString()).isEqualTo("OVERDUE");
        assertThat(admin.get("/api/v1/direct-refunds").body().toString()).contains(sale.code());

        var desk = sale.seller().get("/api/v1/shops/" + sale.shop() + "/direct-payments");
        assertThat(desk.text("/owed/0/account/account")).isEqualTo("9988776655");
        var paid = "/api/v1/shops/" + sale.shop() + "/direct-refunds/" + desk.text("/owed/0/refund/id") + "/payment";
        assertThat(sale.seller().post(paid, Map.of("bankRef", "FT1")).status()).isEqualTo(204);
        assertThat(sale.seller().post(paid, Map.of("bankRef", "FT1")).status()).isEqualTo(204);

        sale.awaitStatus("REFUSED", "REFUNDED");
        assertThat(sale.duty().path("duty").asString()).isEqualTo("DONE");
        assertThat(admin.get("/api/v1/direct-refunds").body().toString()).doesNotContain(sale.code());
        assertBooksAgree();
    }

    @Test
    void whatComesAfterTheEndOpensTheOrderAgainWhileThereIsStock() {
        var sale = sale();
        expire(sale);

        assertThat(sale.received().status()).isEqualTo(204);

        sale.awaitStatus("TO_CONFIRM", "PAID");
        assertThat(owedTo(sale)).isEqualTo(-sale.delivery() - FEE);
        assertBooksAgree();
    }

    @Test
    void whatComesWhenTheGoodsAreGoneIsToBeSentBack() {
        var sale = sale();
        expire(sale);
        shelf.run(
                "update listing.variants set stock = 0 where id = :id",
                sale.offer().variants().getFirst());

        sale.received();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(sale.duty().path("duty").asString()).isEqualTo("DUE"));
        sale.awaitStatus("EXPIRED", "EXPIRED");
        assertThat(owedTo(sale)).isZero();
        assertBooksAgree();
    }

    private void expire(Sale sale) {
        database.sql("update payment.payments set pay_until = now() - interval '1 minute' where payable_code = :code")
                .bind("code", sale.code())
                .then()
                .block();
        sale.awaitStatus("EXPIRED", "EXPIRED");
    }

    @Test
    void itIsOfferedWhereOneShopWithAnAccountIsPaid() {
        var without = directShop();
        var alone = Buyer.guest();
        alone.put(shelf.offer(without, 5).variants().getFirst(), 1);
        assertThat(refused(alone)).contains("chưa có tài khoản");

        var together = Buyer.guest();
        var direct = directShop();
        seller(direct);
        together.put(shelf.offer(direct, 5).variants().getFirst(), 1);
        together.put(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1);
        assertThat(refused(together)).contains("đặt riêng");
        assertThat(together.api()
                        .post("/api/v1/order-groups", Buyer.order(together.quote(), "BANK_TRANSFER"))
                        .code())
                .isEqualTo("order.payment-method-not-allowed");
    }

    private static String refused(Buyer buyer) {
        var quote = buyer.api().post("/api/v1/quotes", Map.of("communeCode", "19333"));
        for (var choice : quote.body().path("paymentMethods")) {
            if (choice.path("method").asString().equals("BANK_TRANSFER")) {
                return choice.toString();
            }
        }
        throw new AssertionError(quote.body().toString());
    }

    @Test
    void aTransferToThePlatformDoesNotPayTheShop() {
        var sale = sale();
        admin.raw(
                "POST", "/api/v1/bank-statements", """
                Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Nội dung
                22/11/2026,%s,,%d,%s
                """.formatted("FT" + UUID.randomUUID(), sale.total(), sale.code()));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(admin.get("/api/v1/transfers?status=UNMATCHED&limit=96")
                                .body()
                                .toString())
                        .contains(sale.code()));
        sale.awaitStatus("PENDING_PAYMENT", "PENDING");
        assertBooksAgree();
    }

    @Test
    void aRuleCountsFromTomorrowAndIsForTransfersOnly() {
        var shop = shelf.shop();
        var rule = Map.<String, Object>of(
                "shop", shop, "method", "BANK_TRANSFER", "way", "DIRECT", "note", "Gian hàng tự nhận tiền");
        assertThat(set(rule, LocalDate.now(BusinessTime.ZONE)).code()).isEqualTo("payment.from-tomorrow");
        var tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        var added = set(rule, tomorrow);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/shopName")).isEqualTo("Nông sản Khe Sanh");
        var called = new HashMap<>(rule);
        called.put("shop", admin.get("/api/v1/shops/" + shop).text("/slug"));
        assertThat(set(called, tomorrow).text("/shop")).isEqualTo(shop.toString());
        called.put("shop", "khong-co-gian-hang-nay");
        assertThat(set(called, tomorrow).code()).isEqualTo("payment.no-shop");
        assertThat(set(Map.of("shop", shelf.shop(), "method", "CARD", "way", "DIRECT", "note", "x"), tomorrow)
                        .code())
                .isEqualTo("payment.only-collected");
        assertThat(admin.get("/api/v1/settlement-rules").body().toString()).contains("Gian hàng tự nhận tiền");
    }

    private ApiClient.Answer set(Map<String, Object> rule, LocalDate from) {
        var dated = new HashMap<>(rule);
        dated.put("validFrom", from.toString());
        return admin.post("/api/v1/settlement-rules", dated);
    }
}
