package vn.ocop.marketplace.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;

/** Sellers are paid: gathered, approved by two, sent to the bank, once. */
class PayoutIT extends Trading {

    /** Far ahead, so that the marketplace's own sweep of today has nothing to do with it. */
    private static LocalDate tuesday = LocalDate.parse("2031-01-07");

    private static final long NET = 95_000 - 2_850 - 285;

    @Autowired
    PayoutRepository payouts;

    ApiClient maker;
    ApiClient checker;

    @BeforeEach
    void people() {
        maker = staff.worksFor("PLATFORM", "*");
        checker = staff.worksFor("PLATFORM", "*");
    }

    private record Shop(UUID id, ApiClient seller) {

        void nameAccount(String number) {
            var named = seller.put(
                    "/api/v1/shops/" + id + "/payout-account",
                    Map.of("bin", "970436", "number", number, "holder", "Hợp tác xã Khe Sanh"));
            assertThat(named.status()).isEqualTo(200);
        }
    }

    private Shop shop() {
        var id = shelf.shop();
        var shop = new Shop(id, staff.worksFor("SHOP", id.toString()));
        shop.nameAccount("0011002233");
        return shop;
    }

    /** One bag, paid at the door, received: the shop's. */
    private String earned(Shop shop) {
        var buyer = Buyer.guest();
        var code = buyer.buy(shelf.offer(shop.id(), 5).variants().getFirst(), 1, "CASH_ON_DELIVERY")
                .text("/code");
        shop.seller().post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var parcel = staff.parcel(clerk, code + "-1");
        clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of());
        clerk.post("/api/v1/parcels/" + parcel + "/delivery", Map.of());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                buyer.api().get("/api/v1/order-groups/" + code).text("/payment/status"))
                        .isEqualTo("PAID"));
        assertThat(buyer.api()
                        .post("/api/v1/orders/" + code + "-1/receipt", Map.of())
                        .status())
                .isEqualTo(200);
        return code;
    }

    @Test
    void aConnectedShopIsPaidByTheCardsProvider() throws Exception {
        var shop = shop();
        var refused = shop();
        connect(shop, SandboxPage.connectedAccount());
        connect(refused, "acct_nobodys");
        for (int i = 0; i < 3; i++) {
            // What is paid by card is what the provider can transfer.
            var buyer = Buyer.guest();
            SandboxPage.pay(
                    buyer,
                    buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CARD")
                            .text("/code"));
        }
        for (var each : List.of(shop, shop, refused, refused)) {
            // Two, because one alone is below the minimum.
            earned(each);
        }
        var day = nextTuesday();
        sweep(day);

        approved(day);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(payout(day, shop).path("status").asString()).isEqualTo("PAID");
            assertThat(payout(day, refused).path("status").asString()).isEqualTo("FAILED");
        });
        assertThat(payout(day, shop).path("bankRef").asString()).startsWith("tr_");
        assertThat(payout(day, refused).path("failure").asString()).isEqualTo("resource_missing");
        assertThat(maker.post(
                                "/api/v1/payouts/"
                                        + payout(day, shop).path("id").asString() + "/failure",
                                Map.of("reason", "x"))
                        .code())
                .isEqualTo("payout.moved-on");
        assertBooksAgree();
    }

    private void connect(Shop shop, String account) {
        assertThat(maker.put("/api/v1/shops/" + shop.id() + "/connected-account", Map.of("account", account))
                        .status())
                .isEqualTo(204);
    }

    private static synchronized LocalDate nextTuesday() {
        tuesday = tuesday.plusWeeks(1);
        return tuesday;
    }

    private void sweep(LocalDate day) {
        payouts.sweep(day, Instant.now().plusSeconds(5), Instant.now()).block();
    }

    private JsonNode batch(LocalDate day) {
        for (var batch : maker.get("/api/v1/payout-batches").body().path("items")) {
            if (batch.path("day").asString().equals(day.toString())) {
                return batch;
            }
        }
        throw new AssertionError("no batch of " + day);
    }

    private JsonNode payout(LocalDate day, Shop shop) {
        var id = batch(day).path("id").asString();
        for (var payout : maker.get("/api/v1/payout-batches/" + id).body().path("payouts")) {
            if (payout.path("shopId").asString().equals(shop.id().toString())) {
                return payout;
            }
        }
        return MissingNode.getInstance();
    }

    private String approved(LocalDate day) {
        var path = "/api/v1/payout-batches/" + batch(day).path("id").asString();
        assertThat(maker.post(path + "/submission", Map.of()).text("/status")).isEqualTo("SUBMITTED");
        assertThat(checker.post(path + "/approval", Map.of()).text("/status")).isEqualTo("APPROVED");
        return path;
    }

    private ApiClient.Answer paid(JsonNode payout, String bankRef) {
        return maker.post("/api/v1/payouts/" + payout.path("id").asString() + "/payment", Map.of("bankRef", bankRef));
    }

    @Test
    void twoPersonsLetTheMoneyGoAndTheSellerSeesIt() throws Exception {
        var shop = shop();
        var first = earned(shop);
        earned(shop);
        var day = nextTuesday();
        sweep(day);
        var payout = payout(day, shop);
        assertThat(payout.path("amount").asLong()).isEqualTo(2 * NET);

        var path = "/api/v1/payout-batches/" + batch(day).path("id").asString();
        assertThat(checker.post(path + "/approval", Map.of()).code()).isEqualTo("payout.moved-on");
        assertThat(maker.post(path + "/submission", Map.of()).status()).isEqualTo(200);
        assertThat(maker.post(path + "/approval", Map.of()).code()).isEqualTo("payout.same-person");
        assertThat(maker.get(path + "/bank-file").code()).isEqualTo("payout.moved-on");
        assertThat(paid(payout, "x").code()).isEqualTo("payout.moved-on");
        assertThat(checker.post(path + "/approval", Map.of()).status()).isEqualTo(200);
        try (var file = new ReadableWorkbook(new ByteArrayInputStream(bytes(maker, path + "/bank-file")))) {
            var rows = file.getFirstSheet().read();
            assertThat(rows)
                    .anySatisfy(
                            row -> assertThat(row.getCellText(1) + " " + row.getCellText(2) + " " + row.getCellText(4))
                                    .isEqualTo("0011002233 HOP TAC XA KHE SANH " + 2 * NET));
        }
        var bankRef = "FT" + UUID.randomUUID();
        assertThat(paid(payout, bankRef).text("/status")).isEqualTo("PAID");
        assertThat(paid(payout, bankRef).text("/status")).isEqualTo("PAID");
        assertThat(paid(payout, "another").code()).isEqualTo("payout.moved-on");
        assertThat(anotherPaidAs(bankRef).code()).isEqualTo("payout.bank-ref-known");
        assertBooksAgree();

        var money = shop.seller().get("/api/v1/shops/" + shop.id() + "/money").body();
        assertThat(money.at("/standing/due").asLong()).isZero();
        assertThat(money.at("/standing/paid").asLong()).isEqualTo(2 * NET);
        assertThat(money.at("/lines/0/net").asLong()).isEqualTo(NET);
        assertThat(money.at("/lines/0/paidAt").isNull()).isFalse();
        assertThat(money.at("/total/net").asLong()).isEqualTo(2 * NET);

        try (var pdf = Loader.loadPDF(bytes(shop.seller(), "/api/v1/shops/" + shop.id() + "/statement.pdf"))) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Bảng đối soát", "Nông sản Khe Sanh", first + "-1", "95.000", "91.865");
            for (var font : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
        try (var file = new ReadableWorkbook(
                new ByteArrayInputStream(bytes(shop.seller(), "/api/v1/shops/" + shop.id() + "/statement.xlsx")))) {
            var rows = file.getFirstSheet().read();
            assertThat(rows.getLast().getCellAsNumber(9).orElseThrow().longValue())
                    .isEqualTo(2 * NET);
        }
    }

    /** The payout of another shop and day, noted under a number of the bank. */
    private ApiClient.Answer anotherPaidAs(String bankRef) {
        var other = shop();
        earned(other);
        earned(other);
        var later = nextTuesday();
        sweep(later);
        approved(later);
        return paid(payout(later, other), bankRef);
    }

    private static byte[] bytes(ApiClient client, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                            .header("Authorization", "Bearer " + client.token().orElse(""))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    @Test
    void whatWasPaidTooMuchIsMadeUpForByWhatIsEarnedNext() {
        var shop = shop();
        var code = earned(shop);
        var earlier = nextTuesday();
        earned(shop);
        sweep(earlier);
        approved(earlier);
        assertThat(paid(payout(earlier, shop), "FT" + UUID.randomUUID()).status())
                .isEqualTo(200);

        shop.seller().post("/api/v1/orders/" + code + "-1/refunds", Map.of("reason", "Hàng lỗi"));
        var owes = nextTuesday();
        sweep(owes);
        assertThat(payout(owes, shop).isMissingNode()).isTrue();
        var delivery = shop.seller()
                .get("/api/v1/shops/" + shop.id() + "/money")
                .body()
                .at("/standing/due")
                .asLong();
        assertThat(delivery).isLessThan(-NET);
        earned(shop);
        earned(shop);
        earned(shop);
        var later = nextTuesday();
        sweep(later);
        assertThat(payout(later, shop).path("amount").asLong()).isEqualTo(3 * NET + delivery);
        assertBooksAgree();
    }

    @Test
    void eachDayOnceHeldShopsNotAndFailedOnesAgain() {
        var shop = shop();
        earned(shop);
        earned(shop);
        var household = shop();
        shelf.run("update shop.shops set legal_kind = 'HOUSEHOLD' where id = :id", household.id());
        earned(household);
        assertThat(maker.put("/api/v1/shops/" + shop.id() + "/payout-hold", Map.of("reason", "Đang kiểm tra"))
                        .status())
                .isEqualTo(204);
        var wednesday = nextTuesday().plusDays(1);
        Flux.range(0, 4)
                .flatMap(i -> payouts.sweep(wednesday, Instant.now().plusSeconds(5), Instant.now()))
                .then()
                .block();
        assertThat(payout(wednesday, household).path("amount").asLong()).isPositive();
        assertThat(payout(wednesday, shop).isMissingNode()).isTrue();
        assertThat(staff.count("select count(*) from payout.payouts where shop_id = '" + household.id() + "'"))
                .isEqualTo(1);

        var held = nextTuesday();
        sweep(held);
        assertThat(batch(held)).isNotNull();
        assertThat(payout(held, shop).isMissingNode()).isTrue();
        assertThat(maker.delete("/api/v1/shops/" + shop.id() + "/payout-hold").status())
                .isEqualTo(204);
        var free = nextTuesday();
        sweep(free);
        approved(free);
        var sent = payout(free, shop);
        assertThat(maker.post(
                                "/api/v1/payouts/" + sent.path("id").asString() + "/failure",
                                Map.of("reason", "Sai số tài khoản"))
                        .text("/status"))
                .isEqualTo("FAILED");
        shop.nameAccount("9988776655");
        var waiting = nextTuesday();
        sweep(waiting);
        assertThat(payout(waiting, shop).isMissingNode()).isTrue();
        shelf.run("update payout.accounts set usable_from = now() where shop_id = :id", shop.id());
        var again = nextTuesday();
        sweep(again);
        assertThat(payout(again, shop).path("amount").asLong())
                .isEqualTo(sent.path("amount").asLong());
        assertThat(payout(again, shop).at("/account/number").asString()).isEqualTo("9988776655");
        assertBooksAgree();
    }

    @Test
    void theDatabaseItselfWantsTwoPersons() {
        assertThatThrownBy(() -> database.sql("""
                        insert into payout.batches (day, status, made_at, submitted_by, approved_by)
                        select date '2030-01-01', 'APPROVED', now(), id, id from account.people limit 1
                        """).then().block()).isInstanceOf(DataAccessException.class);
    }
}
