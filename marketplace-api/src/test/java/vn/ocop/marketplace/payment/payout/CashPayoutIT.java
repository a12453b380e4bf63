package vn.ocop.marketplace.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.AtOnce;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.platform.BusinessTime;

/** Households without a bank are handed their money at the post office. */
class CashPayoutIT extends Trading {

    private static final String OFFICE = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE;
    private static final String IDENTITY = "045123456789";

    /** Far ahead and away from the days of other tests; households are paid every day. */
    private static LocalDate day = LocalDate.parse("2041-01-01");

    @Autowired
    PayoutRepository payouts;

    @Autowired
    CashClaimRepository claims;

    @Autowired
    TransactionalOperator transaction;

    ApiClient maker;
    ApiClient checker;

    @BeforeEach
    void people() {
        maker = staff.worksFor("PLATFORM", "*");
        checker = staff.worksFor("PLATFORM", "*");
    }

    private record Shop(UUID id, ApiClient seller) {

        String path(String part) {
            return "/api/v1/shops/" + id + "/" + part;
        }

        ApiClient.Answer fetchesAt(String office) {
            return seller.put(
                    path("cash-point"), Map.of("office", office, "recipient", "Hồ Thị Mai", "identity", IDENTITY));
        }

        JsonNode waiting() {
            return seller.get(path("cash-payouts")).body().at("/items/0");
        }
    }

    private Shop household() {
        var id = shelf.shop();
        shelf.run("update shop.shops set legal_kind = 'HOUSEHOLD' where id = :id", id);
        var shop = new Shop(id, staff.worksFor("SHOP", id.toString()));
        assertThat(shop.fetchesAt(Staff.KHE_SANH_OFFICE).status()).isEqualTo(200);
        return shop;
    }

    private void earns(Shop shop) {
        var buyer = Buyer.guest();
        var code = buyer.buy(shelf.offer(shop.id(), 5).variants().getFirst(), 1, "CASH_ON_DELIVERY")
                .text("/code");
        shop.seller().post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        var clerk = clerk();
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
    }

    private static synchronized LocalDate nextDay() {
        day = day.plusDays(1);
        return day;
    }

    private ApiClient clerk() {
        return staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
    }

    private ApiClient clerkWith(long opening) {
        var clerk = clerk();
        assertThat(clerk.post(OFFICE + "/shifts", Map.of("id", UUID.randomUUID(), "opening", opening))
                        .status())
                .isEqualTo(200);
        return clerk;
    }

    /** Gathers what there is and lets it go; answers the path of its batch. */
    private String approved() {
        var swept = nextDay();
        payouts.sweep(swept, Instant.now().plusSeconds(5), Instant.now()).block();
        for (var batch : maker.get("/api/v1/payout-batches").body().path("items")) {
            if (batch.path("day").asString().equals(swept.toString())) {
                var path = "/api/v1/payout-batches/" + batch.path("id").asString();
                maker.post(path + "/submission", Map.of());
                assertThat(checker.post(path + "/approval", Map.of()).text("/status"))
                        .isEqualTo("APPROVED");
                return path;
            }
        }
        throw new AssertionError("no batch of " + swept);
    }

    private static ApiClient.Answer hand(ApiClient clerk, JsonNode waiting, String secret, String identity) {
        return hand(clerk, waiting, secret, identity, UUID.randomUUID().toString());
    }

    private static ApiClient.Answer hand(
            ApiClient clerk, JsonNode waiting, String secret, String identity, String key) {
        return clerk.post(
                OFFICE + "/cash-payouts",
                Map.of("code", waiting.path("code").asString(), "secret", secret, "identity", identity),
                key);
    }

    private static String secret(JsonNode waiting) {
        return waiting.path("secret").asString();
    }

    private static long inTill(ApiClient clerk) {
        return clerk.get(OFFICE + "/shifts")
                .body()
                .path("shifts")
                .valueStream()
                .filter(shift -> shift.path("mine").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("expected")
                .asLong();
    }

    @Test
    void theClerkHandsItOutOfTheTillToWhoSaysTheSecretAndShowsTheDocument() {
        var shop = household();
        earns(shop);
        var batch = approved();
        var waiting = shop.waiting();
        var amount = waiting.path("amount").asLong();
        assertThat(amount).isPositive();
        assertThat(waiting.path("officeName").asString()).isEqualTo("Bưu cục Khe Sanh");
        assertThat(maker.get(batch).body().at("/payouts").toString())
                .contains("\"channel\":\"CASH\"")
                .doesNotContain(IDENTITY)
                .doesNotContain(secret(waiting));
        assertThat(maker.post(
                                "/api/v1/payouts/" + waiting.path("id").asString() + "/payment",
                                Map.of("bankRef", "FT" + UUID.randomUUID()))
                        .code())
                .isEqualTo("payout.moved-on");

        var code = waiting.path("code").asString();
        var empty = clerk();
        var due = empty.get(OFFICE + "/cash-payouts/" + code.toLowerCase(Locale.ROOT));
        assertThat(due.text("/recipient")).isEqualTo("Hồ Thị Mai");
        assertThat(due.body().toString()).doesNotContain(IDENTITY).doesNotContain(secret(waiting));
        assertThat(hand(empty, waiting, secret(waiting), IDENTITY).code()).isEqualTo("shipment.no-shift");
        assertThat(hand(clerkWith(amount - 1), waiting, secret(waiting), IDENTITY)
                        .code())
                .isEqualTo("shipment.till-short");
        var clerk = clerkWith(amount + 50_000);
        assertThat(hand(clerk, waiting, secret(waiting), "045123456780").code()).isEqualTo("payout.wrong-code");

        var key = UUID.randomUUID().toString();
        var handed = hand(clerk, waiting, secret(waiting), IDENTITY, key);

        assertThat(handed.status()).isEqualTo(201);
        assertThat(handed.body().path("amount").asLong()).isEqualTo(amount);
        assertThat(hand(clerk, waiting, secret(waiting), IDENTITY, key).body()).isEqualTo(handed.body());
        assertThat(hand(clerk, waiting, secret(waiting), IDENTITY).code()).isEqualTo("payout.moved-on");
        assertThat(inTill(clerk)).isEqualTo(50_000);
        assertThat(shop.waiting().isMissingNode()).isTrue();
        var money = shop.seller().get(shop.path("money")).body();
        assertThat(money.at("/standing/paid").asLong()).isEqualTo(amount);
        assertThat(money.at("/standing/due").asLong()).isZero();
        assertThat(money.at("/payouts/0/channel").asString()).isEqualTo("CASH");
        assertBooksAgree();

        handsOverTheRest(code, amount);
        assertBooksAgree();
    }

    /** The carrier takes it off what it hands over. */
    private void handsOverTheRest(String code, long amount) {
        var buyer = Buyer.guest();
        var placed = buyer.buy(shelf.offer(shelf.shop(), 5).variants().getFirst(), 1, "CASH_AT_POST_OFFICE");
        var due = placed.body().path("total").asLong();
        clerk().post(OFFICE + "/counter-payments", Map.of("purchase", placed.text("/code"), "amount", due));
        var keeper = staff.worksFor("PLATFORM", "*", false, "PLATFORM_MONEY");
        var received = keeper.post(
                "/api/v1/remittances",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "carrier",
                        "vnpost",
                        "bankRef",
                        "FT" + UUID.randomUUID(),
                        "lines",
                        List.of(
                                Map.of("number", placed.text("/code"), "amount", due),
                                Map.of("number", code, "amount", -amount))));
        assertThat(received.text("/lines/1/outcome")).isEqualTo("MATCHED");
        assertThat(received.body().path("matched").asLong()).isEqualTo(due - amount);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(staff.count(
                                "select count(*) from payment.carrier_remittances where matched = " + (due - amount)))
                        .isPositive());
    }

    @Test
    void manyAtOnceAreHandedItOnce() throws Exception {
        var shop = household();
        earns(shop);
        approved();
        var waiting = shop.waiting();
        var amount = waiting.path("amount").asLong();
        var first = clerkWith(2 * amount);
        var second = clerkWith(2 * amount);

        var statuses = AtOnce.times(
                8,
                i -> hand(i % 2 == 0 ? first : second, waiting, secret(waiting), IDENTITY)
                        .status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(inTill(first) + inTill(second)).isEqualTo(3 * amount);
        assertBooksAgree();
    }

    @Test
    void guessingEndsTheSecretAndTheSellerAsksForAnother() {
        var shop = household();
        earns(shop);
        approved();
        var waiting = shop.waiting();
        var clerk = clerkWith(1_000_000);
        for (int i = 0; i < 5; i++) {
            assertThat(hand(clerk, waiting, "9999999" + i, IDENTITY).code()).isEqualTo("payout.wrong-code");
        }
        assertThat(hand(clerk, waiting, secret(waiting), IDENTITY).code()).isEqualTo("payout.code-locked");
        assertThat(shop.waiting().path("locked").asBoolean()).isTrue();

        var renewed = shop.seller()
                .post(shop.path("cash-payouts/" + waiting.path("id").asString() + "/secret"), Map.of());

        assertThat(renewed.body().path("locked").asBoolean()).isFalse();
        assertThat(hand(clerk, waiting, secret(waiting), IDENTITY).code()).isEqualTo("payout.wrong-code");
        assertThat(hand(clerk, waiting, renewed.text("/secret"), IDENTITY).status())
                .isEqualTo(201);
        assertBooksAgree();
    }

    @Test
    void whatNobodyFetchesIsPaidWithAnotherDays() {
        var shop = household();
        earns(shop);
        approved();
        var waiting = shop.waiting();
        database.sql("update payout.cash_codes set expires_at = now() - interval '1 minute' where payout_id = :id")
                .bind("id", UUID.fromString(waiting.path("id").asString()))
                .then()
                .block();
        assertThat(hand(clerkWith(1_000_000), waiting, secret(waiting), IDENTITY)
                        .code())
                .isEqualTo("payout.moved-on");

        new GiveUpCash(claims, payouts, transaction, Clock.system(BusinessTime.ZONE))
                .run()
                .block();

        assertThat(shop.waiting().isMissingNode()).isTrue();
        assertBooksAgree();
        approved();
        assertThat(shop.waiting().path("amount").asLong())
                .isEqualTo(waiting.path("amount").asLong());
        assertThat(shop.waiting().path("code").asString())
                .isNotEqualTo(waiting.path("code").asString());
    }

    @Test
    void aChangeWaitsAndAnotherOfficeKnowsNothing() {
        var shop = household();
        assertThat(shop.fetchesAt("00000").code()).isEqualTo("payout.no-office");
        assertThat(shop.seller()
                        .put(
                                shop.path("cash-point"),
                                Map.of("office", Staff.KHE_SANH_OFFICE, "recipient", "Mai", "identity", "12"))
                        .code())
                .isEqualTo("payout.bad-recipient");
        var point = shop.seller().get(shop.path("cash-point"));
        assertThat(point.text("/hint")).isEqualTo("…789");
        assertThat(point.body().toString()).doesNotContain(IDENTITY);
        assertThat(shop.seller().get(shop.path("cash-offices")).body().toString())
                .contains(Staff.KHE_SANH_OFFICE);
        earns(shop);
        approved();
        var waiting = shop.waiting();
        shelf.run("""
                insert into shipment.post_offices (code, carrier_code, name, commune_code, province_code)
                select '19333', 'vnpost', 'Bưu cục Đông Hà', '19333', '44' where :id::uuid is not null
                on conflict do nothing
                """, shop.id());
        var elsewhere = staff.worksFor("POST_OFFICE", "19333");
        assertThat(elsewhere
                        .get("/api/v1/post-offices/19333/cash-payouts/"
                                + waiting.path("code").asString())
                        .code())
                .isEqualTo("payout.not-found");

        assertThat(shop.seller().delete(shop.path("cash-point")).status()).isEqualTo(204);
        assertThat(shop.seller().get(shop.path("cash-point")).code()).isEqualTo("payout.not-found");
        assertThat(shop.seller()
                        .get(shop.path("cash-payouts"))
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        var again = shop.fetchesAt(Staff.KHE_SANH_OFFICE);
        assertThat(Instant.parse(again.text("/usableFrom")))
                .isAfter(Instant.now().plus(Duration.ofDays(2)));
    }
}
