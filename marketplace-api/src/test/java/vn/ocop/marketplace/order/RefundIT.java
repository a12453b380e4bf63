package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.AtOnce;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.listing.Shelf;

/** Money going back, over HTTP, in parts, at once, and late. */
class RefundIT extends Trading {

    private record Sold(Buyer buyer, String code, Shelf.Offer offer, ApiClient seller) {

        ApiClient.Answer refund(Map<String, Object> wish) {
            return seller.post("/api/v1/orders/" + code + "-1/refunds", wish);
        }

        void await(String pointer, String text) {
            buyer.awaits(code, pointer, text);
        }
    }

    /** Three bags, of a household, paid by card and confirmed. */
    private Sold sold() throws Exception {
        var shop = shelf.shop();
        shelf.run("update shop.shops set legal_kind = 'HOUSEHOLD' where id = :id", shop);
        var offer = shelf.offer(shop, 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 3, "CARD").text("/code");
        SandboxPage.pay(buyer, code);
        buyer.awaits(code, "/status", "TO_CONFIRM");
        var seller = staff.worksFor("SHOP", shop.toString());
        assertThat(seller.post("/api/v1/orders/" + code + "-1/confirmation", Map.of())
                        .status())
                .isEqualTo(200);
        return new Sold(buyer, code, offer, seller);
    }

    private long sentBack(String code) {
        return staff.count("""
                select coalesce(sum(a.amount), 0)::bigint
                  from payment.attempts a
                  join payment.payments p on p.id = a.payment_id
                 where a.kind = 'REFUND'
                   and a.status = 'SUCCEEDED'
                   and p.payable_code = '%s'
                """.formatted(code));
    }

    @Test
    void oneBagOfThreeGoesBackWithItsShareOfEverything() throws Exception {
        var sold = sold();
        var wish = Map.<String, Object>of(
                "pieces",
                List.of(Map.of("line", 1, "quantity", 1)),
                "delivery",
                true,
                "goodsTo",
                "SHELF",
                "reason",
                "Một gói bị rách");

        var refunded = sold.seller().post("/api/v1/orders/" + sold.code() + "-1/refunds", wish, "one-bag");
        var again = sold.seller().post("/api/v1/orders/" + sold.code() + "-1/refunds", wish, "one-bag");

        assertThat(refunded.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(refunded.body());
        var delivery = refunded.body().path("deliveryFee").asLong();
        var refund = refunded.body().at("/refunds/0");
        assertThat(refund.path("goods").asLong()).isEqualTo(95_000);
        assertThat(refund.path("delivery").asLong()).isEqualTo(Math.round(delivery / 3.0));
        // What is left of three bags: two, less 3 % with the tax on it and 1.5 % withheld, less the delivery given
        // back.
        assertThat(refunded.body().at("/settlement/net").asLong())
                .isEqualTo(190_000 - 5_700 - 570 - 2_850 - Math.round(delivery / 3.0));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sentBack(sold.code())).isEqualTo(95_000 + Math.round(delivery / 3.0)));
        assertThat(shelf.stock(sold.offer().variants().getFirst())).isEqualTo(3);
        assertThat(sold.buyer().api().get("/api/v1/order-groups/" + sold.code()).text("/orders/0/refunds/0/reason"))
                .isEqualTo("Một gói bị rách");
        assertBooksAgree();

        assertThat(sold.refund(Map.of("reason", "Cả đơn")).status()).isEqualTo(201);
        sold.await("/payment/status", "REFUNDED");
        assertThat(sold.refund(Map.of("reason", "Lần nữa")).code()).isEqualTo("order.more-than-left");
        assertBooksAgree();
    }

    @Test
    void twoAtOnceNeverGiveBackMoreThanWasPaid() throws Exception {
        var sold = sold();
        var statuses = AtOnce.times(
                8,
                i -> sold.refund(Map.of("amount", 100_000, "reason", "Hàng hỏng"))
                        .status());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(6);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sentBack(sold.code())).isEqualTo(200_000));
        assertBooksAgree();
    }

    @Test
    void theDatabaseItselfRefusesMore() throws Exception {
        var sold = sold();
        for (var change : List.of(
                "update payment.parts set back_goods = goods + 1",
                "update payment.parts set back_commission = commission + 1",
                "update payment.payments set asked_back = captured + 1",
                "update orders.order_lines set back_pieces = quantity + 1")) {
            assertThatThrownBy(() -> database.sql(change).then().block())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(sold.refund(Map.of("amount", -5, "reason", "x")).status()).isEqualTo(400);
        assertThat(sold.refund(Map.of("amount", 400_000, "reason", "x")).code()).isEqualTo("order.more-than-left");
    }

    @Test
    void cashFromTheDoorIsTransferredBackToTheAccountTheBuyerNames() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY").text("/code");
        var seller = staff.worksFor("SHOP", offer.shop().toString());
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        seller.post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        var wish = Map.of("reason", "Hàng ẩm");
        assertThat(seller.post("/api/v1/orders/" + code + "-1/refunds", wish).code())
                .isEqualTo("payment.more-than-paid");
        var parcel = staff.parcel(clerk, code + "-1");
        clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of());
        clerk.post("/api/v1/parcels/" + parcel + "/delivery", Map.of());
        buyer.awaits(code, "/payment/status", "PAID");

        assertThat(seller.post("/api/v1/orders/" + code + "-1/refunds", wish).status())
                .isEqualTo(201);
        var account = buyer.api()
                .put(
                        "/api/v1/order-groups/" + code + "/refund-account",
                        Map.of("bin", "970436", "account", "0011 0022 33", "holder", "TRAN THI MAI"));
        assertThat(account.text("/account")).isEqualTo("…2233");
        var admin = staff.worksFor("PLATFORM", "*");
        var due = StreamSupport.stream(
                        admin.get("/api/v1/bank-refunds").body().path("items").spliterator(), false)
                .filter(item -> item.path("payableCode").asString().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(due.at("/account/account").asString()).isEqualTo("0011002233");
        var transferred = admin.post(
                "/api/v1/bank-refunds/" + due.path("id").asString() + "/payment",
                Map.of("bankRef", "FT" + UUID.randomUUID()));

        assertThat(transferred.status()).isEqualTo(204);
        buyer.awaits(code, "/payment/status", "REFUNDED");
        assertBooksAgree();
    }

    @Test
    void lateMoneyOpensTheOrderAgainWhileThereIsStock() throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var late = expiredWhilePaying(offer);
        late.buyer().awaits(late.code(), "/payment/status", "PAID");
        late.buyer().awaits(late.code(), "/status", "TO_CONFIRM");
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(3);
        assertBooksAgree();

        late.seller().post("/api/v1/orders/" + late.code() + "-1/refusal", Map.of("reason", "Hết mùa"));
        late.buyer().awaits(late.code(), "/payment/status", "REFUNDED");
        assertBooksAgree();
    }

    @Test
    void lateMoneyGoesBackWhenTheStockIsGone() throws Exception {
        var offer = shelf.offer(shelf.shop(), 2);
        var late = expiredWhilePaying(
                offer,
                () -> Buyer.guest()
                        .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                        .status());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sentBack(late.code())).isPositive());
        late.buyer().awaits(late.code(), "/status", "EXPIRED");
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(1);
        assertBooksAgree();
    }

    private Sold expiredWhilePaying(Shelf.Offer offer) throws Exception {
        return expiredWhilePaying(offer, () -> 0);
    }

    /** The money was on its way when the time ran out. */
    private Sold expiredWhilePaying(Shelf.Offer offer, Callable<Integer> meanwhile) throws Exception {
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 2, "CARD").text("/code");
        var page = buyer.api()
                .post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of())
                .text("/redirectUrl");
        // Paid in time, but the word of it is lost, and the purchase is already counted out.
        SandboxPage.control("dropWebhooks=1");
        SandboxPage.act(page, "pay");
        database.sql("""
                with gone as (
                    update payment.payments set status = 'EXPIRED', pay_until = now() where payable_code = :code
                    returning payable_id)
                insert into platform.outbox (type, key, payload, created_at, available_at)
                select 'payment.expired.v1', payable_id, jsonb_build_object('payableId', payable_id), now(), now() from gone
                """).bind("code", code).then().block();
        buyer.awaits(code, "/status", "EXPIRED");
        meanwhile.call();
        database.sql("update payment.attempts set created_at = created_at - interval '5 minutes' where status = 'OPEN'")
                .then()
                .block();
        return new Sold(buyer, code, offer, staff.worksFor("SHOP", offer.shop().toString()));
    }
}
