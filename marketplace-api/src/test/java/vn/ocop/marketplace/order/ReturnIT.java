package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.platform.BusinessTime;

/** Asking money back, over HTTP: the two branches, each side's moves, and the deadlines. */
class ReturnIT extends Trading {

    private record Sold(Buyer buyer, String code, Shelf.Offer offer, ApiClient seller) {

        ApiClient.Answer ask(String kind, String reason) {
            return buyer.api()
                    .post(
                            "/api/v1/orders/" + code + "-1/returns",
                            Map.of("kind", kind, "reason", reason, "words", "Gói bị ẩm, mốc cả bên trong"));
        }

        String asked(String kind, String reason) {
            var asked = ask(kind, reason);
            assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
            assertThat(asked.text("/status")).isEqualTo("ASKED");
            return asked.text("/id");
        }

        ApiClient.Answer move(String id, Map<String, Object> move) {
            return seller.post("/api/v1/returns/" + id + "/moves", move);
        }

        ApiClient.Answer buyerMoves(String id, String move) {
            return buyer.api().post("/api/v1/returns/" + id + "/moves", Map.of("move", move, "words", "Nhờ xem lại"));
        }
    }

    private Sold sent() throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 2, "CARD").text("/code");
        SandboxPage.pay(buyer, code);
        buyer.awaits(code, "/status", "TO_CONFIRM");
        var seller = staff.worksFor("SHOP", offer.shop().toString());
        seller.post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        clerk.post("/api/v1/parcels/" + staff.parcel(clerk, code + "-1") + "/acceptance", Map.of());
        buyer.awaits(code, "/status", "SHIPPED");
        return new Sold(buyer, code, offer, seller);
    }

    private Sold delivered() throws Exception {
        var sold = sent();
        var parcel = database.sql("select id from shipment.parcels where order_code = :code")
                .bind("code", sold.code() + "-1")
                .map(row -> String.valueOf(row.get("id", UUID.class)))
                .one()
                .block();
        staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE).post("/api/v1/parcels/" + parcel + "/delivery", Map.of());
        sold.buyer().awaits(sold.code(), "/status", "DELIVERED");
        return sold;
    }

    private String status(Sold sold) {
        return sold.buyer()
                .api()
                .get("/api/v1/order-groups/" + sold.code() + "/returns")
                .text("/items/0/status");
    }

    private void awaitReturn(Sold sold, String status) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(status(sold)).isEqualTo(status));
    }

    /** As if the time of the state the return is in had just run out. */
    private void timeIsUp(String id) {
        shelf.run("update orders.returns set due_at = now() - interval '1 second' where id = :id", UUID.fromString(id));
    }

    @Test
    void theShopTakesTheGoodsBackAndTheMoneyGoesBack() throws Exception {
        var sold = delivered();
        var id = sold.asked("PROBLEM", "SPOILED");
        assertThat(sold.ask("PROBLEM", "WRONG").code()).isEqualTo("order.return-open");
        assertThat(photo(sold.buyer().api(), id)).isEqualTo(201);
        assertThat(photo(ApiClient.guest(), id)).isEqualTo(404);

        var seen = sold.seller().get("/api/v1/shops/" + sold.offer().shop() + "/returns?status=ASKED");
        assertThat(seen.body().at("/items/0/photos").size()).isEqualTo(1);
        assertThat(seen.body().at("/items/0/moves").toString()).contains("ACCEPT", "REQUEST_GOODS", "REJECT");
        assertThat(sold.move(id, Map.of("move", "ESCALATE")).status()).isEqualTo(404);
        assertThat(sold.move(id, Map.of("move", "REQUEST_GOODS")).text("/status"))
                .isEqualTo("GOODS_AWAITED");
        assertThat(sold.buyerMoves(id, "SEND").text("/status")).isEqualTo("GOODS_SENT");
        assertThat(sold.buyer()
                        .api()
                        .post("/api/v1/returns/" + id + "/messages", Map.of("words", "Mã bưu gửi HA123"))
                        .status())
                .isEqualTo(201);
        assertThat(sold.move(id, Map.of("move", "RECEIVE", "goodsTo", "SHELF")).text("/status"))
                .isEqualTo("REFUNDED");

        assertThat(shelf.stock(sold.offer().variants().getFirst())).isEqualTo(5);
        sold.buyer().awaits(sold.code(), "/payment/status", "REFUNDED");
        assertBooksAgree();
    }

    private static int photo(ApiClient client, String id) throws IOException, InterruptedException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB), "png", bytes);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://127.0.0.1:" + PORT + "/api/v1/returns/" + id + "/photos"))
                                    .header("Content-Type", "image/png")
                                    .header(
                                            "Authorization",
                                            "Bearer " + client.token().orElse(""))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    @Test
    void rejectedItGoesToTheProvinceWhichDecidesWhoPays() throws Exception {
        var sold = delivered();
        var id = sold.asked("PROBLEM", "NOT_AS_DESCRIBED");
        assertThat(sold.move(id, Map.of("move", "REJECT")).code()).isEqualTo("order.words-missing");
        assertThat(sold.move(id, Map.of("move", "REJECT", "words", "Hàng đúng mô tả"))
                        .text("/status"))
                .isEqualTo("REJECTED");
        assertThat(sold.buyerMoves(id, "ESCALATE").text("/status")).isEqualTo("ESCALATED");

        var officer = staff.worksFor("PROVINCE", "44");
        var stranger = staff.worksFor("PROVINCE", "01");
        var decision = Map.of("move", "REFUND", "words", "Ảnh cho thấy hàng mốc", "bearer", "PLATFORM");
        assertThat(stranger.post("/api/v1/returns/" + id + "/moves", decision).status())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/province-desks/44/returns?status=ESCALATED")
                        .body()
                        .toString())
                .contains(id);
        assertThat(officer.post("/api/v1/returns/" + id + "/moves", decision).text("/status"))
                .isEqualTo("REFUNDED");
        assertThat(officer.post("/api/v1/returns/" + id + "/moves", decision).code())
                .isEqualTo("order.return-moved-on");

        sold.buyer().awaits(sold.code(), "/payment/status", "REFUNDED");
        // The platform bears it: the shop keeps its sale.
        var owed = staff.count("select coalesce(sum(credits - debits), 0)::bigint from ledger.published_balances"
                + " where account = 'SHOP_PAYABLE' and party = '" + sold.offer().shop() + "'");
        assertThat(owed).isEqualTo(190_000 - 5_700 - 570);
        assertBooksAgree();
    }

    @Test
    void silenceOfTheShopIsConsentAndSilenceOfTheBuyerEndsIt() throws Exception {
        var silent = delivered();
        timeIsUp(silent.asked("PROBLEM", "DAMAGED"));
        var rejected = delivered();
        var id = rejected.asked("PROBLEM", "DAMAGED");
        rejected.move(id, Map.of("move", "REJECT", "words", "Không phải lỗi của chúng tôi"));
        timeIsUp(id);

        awaitReturn(silent, "REFUNDED");
        awaitReturn(rejected, "DECLINED");
        silent.buyer().awaits(silent.code(), "/payment/status", "REFUNDED");
        rejected.buyer().awaits(rejected.code(), "/payment/status", "PAID");
        assertBooksAgree();
    }

    @Test
    void whatNeverCameIsAskedForOnlyAfterAWhile() throws Exception {
        var sold = sent();
        assertThat(sold.ask("NOT_RECEIVED", "NOT_RECEIVED").code()).isEqualTo("order.not-returnable");
        assertThat(sold.ask("PROBLEM", "DAMAGED").code()).isEqualTo("order.not-returnable");
        database.sql("""
                update orders.order_events set at = at - interval '6 days'
                 where order_id = (select id from orders.orders where code = :code)
                """).bind("code", sold.code() + "-1").then().block();

        var id = sold.asked("NOT_RECEIVED", "NOT_RECEIVED");
        assertThat(sold.move(id, Map.of("move", "REQUEST_GOODS")).code()).isEqualTo("order.return-moved-on");
        assertThat(sold.move(id, Map.of("move", "ACCEPT")).text("/status")).isEqualTo("REFUNDED");

        sold.buyer().awaits(sold.code(), "/payment/status", "REFUNDED");
        assertBooksAgree();
    }

    @Test
    void theMoneyIsTheShopsWhenTheBuyerSaysSoOrTheTimeIsOver() throws Exception {
        var content = delivered();
        assertThat(earned(content)).isZero();
        var received = content.buyer().api().post("/api/v1/orders/" + content.code() + "-1/receipt", Map.of());
        assertThat(received.status()).isEqualTo(200);
        assertThat(earned(content)).isEqualTo(190_000 - 5_700 - 570);
        assertThat(content.ask("PROBLEM", "DAMAGED").code()).isEqualTo("order.not-returnable");
        assertThat(content.buyer()
                        .api()
                        .post("/api/v1/orders/" + content.code() + "-1/receipt", Map.of())
                        .status())
                .isEqualTo(200);

        // A refund after that is taken from the next payout.
        content.seller()
                .post("/api/v1/orders/" + content.code() + "-1/refunds", Map.of("amount", 95_000, "reason", "Tặng"));
        assertThat(earned(content)).isEqualTo(190_000 - 5_700 - 570 - (95_000 - 2_850 - 285));

        var waiting = delivered();
        var id = waiting.asked("PROBLEM", "DAMAGED");
        shelf.run(
                "update orders.orders set release_due = now() - interval '1 second' where shop_id = :id",
                waiting.offer().shop());
        var silent = delivered();
        shelf.run(
                "update orders.orders set release_due = now() - interval '1 second' where shop_id = :id",
                silent.offer().shop());
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(earned(silent)).isEqualTo(190_000 - 5_700 - 570));
        assertThat(earned(waiting)).isZero();
        waiting.buyerMoves(id, "WITHDRAW");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(earned(waiting)).isEqualTo(190_000 - 5_700 - 570));
        assertBooksAgree();
    }

    @Test
    void aDeadlineIsSetAheadEndedAndNoted() {
        var admin = staff.worksFor("PLATFORM", "*");
        var tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        var rule = new HashMap<String, Object>(Map.of(
                "step",
                "SHOP_ANSWERS",
                "categoryCode",
                "s26",
                "hours",
                48,
                "validFrom",
                tomorrow.plusYears(70).toString(),
                "reference",
                "Thử",
                "certainty",
                "ASSUMED"));

        var set = admin.post("/api/v1/return-deadlines", rule);
        assertThat(set.status()).as(set.toString()).isEqualTo(201);
        var id = set.text("/id");
        var ended = admin.post(
                "/api/v1/return-deadlines/" + id + "/end",
                Map.of("lastDay", tomorrow.plusYears(71).toString()));
        rule.put("validFrom", tomorrow.minusDays(1).toString());

        assertThat(ended.text("/validTo")).isEqualTo(tomorrow.plusYears(71).toString());
        assertThat(admin.post("/api/v1/return-deadlines", rule).code()).isEqualTo("order.deadline-in-the-past");
        assertNoted("order.deadline-added", id);
        assertNoted("order.deadline-ended", id);
    }

    private long earned(Sold sold) {
        return staff.count("select coalesce(sum(amount), 0)::bigint from payout.earnings where shop_id = '"
                + sold.offer().shop() + "'");
    }
}
