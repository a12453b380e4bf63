package vn.ocop.marketplace.payment.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;

/** A programme from the officer's desk to the shop's, held to the law, stopped at once and counted. */
class CampaignDeskIT implements LocalApi {

    private static final String DESK = "/api/v1/campaign-desks/44";

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    Staff staff;
    ApiClient officer;
    String code;

    @BeforeEach
    void people() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        officer = staff.worksFor("PROVINCE", "44");
        code = "thang-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void over() {
        Promoter.closeAll(database);
    }

    private Map<String, Object> programme(String named) {
        var form = new HashMap<String, Object>();
        form.put("code", named);
        form.put("name", "Tháng tiêu dùng số thử");
        form.put("startsAt", Instant.now().minus(1, ChronoUnit.DAYS).toString());
        form.put("endsAt", Instant.now().plus(20, ChronoUnit.DAYS).toString());
        return form;
    }

    /** An open programme with a campaign that shops may join. */
    private String campaign(Map<String, Object> programme) {
        assertThat(officer.post(DESK + "/programmes", programme).status()).isEqualTo(201);
        assertThat(officer.post(DESK + "/programmes/" + code + "/state", Map.of("open", true))
                        .status())
                .isEqualTo(204);
        var made = officer.post(
                DESK + "/campaigns",
                Map.of(
                        "programme",
                        code,
                        "code",
                        "chung",
                        "name",
                        "Ưu đãi của tỉnh",
                        "ownerKind",
                        "PROVINCE",
                        "ownerScope",
                        "44",
                        "organiser",
                        "UBND tỉnh Quảng Trị",
                        "openToShops",
                        true));
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    private static Map<String, Object> offer(String campaign, UUID listing, long price) {
        var form = new HashMap<String, Object>();
        form.put("campaignId", campaign);
        form.put("code", "uu-dai-" + UUID.randomUUID().toString().substring(0, 8));
        form.put("name", "Một giá");
        form.put("kind", "FIXED_PRICE");
        form.put("stackingClass", "ITEM");
        form.put("value", price);
        form.put("listings", List.of(listing));
        form.put("startsAt", Instant.now().minus(1, ChronoUnit.HOURS).toString());
        form.put("endsAt", Instant.now().plus(5, ChronoUnit.DAYS).toString());
        form.put("funders", List.of(Map.of("kind", "PUBLIC_BUDGET", "scope", "44", "shareBp", 10_000)));
        return form;
    }

    private static String firstError(ApiClient.Answer answer) {
        return answer.text("/errors/0/message");
    }

    @Test
    void anOfferIsHeldToTheLawWithItsClauseQuoted() {
        var goods = shelf.offer(shelf.shop(), 9);
        var campaign = campaign(programme(code));

        var tooCheap = officer.post(DESK + "/offers", offer(campaign, goods.listing(), 47_000));
        assertThat(tooCheap.status()).isEqualTo(422);
        assertThat(tooCheap.code()).isEqualTo("campaign.not-legal");
        assertThat(firstError(tooCheap)).contains("47.500", "50 %", "81/2018");

        // It was cheaper three weeks ago: that is what half is measured by.
        shelf.run("""
                insert into listing.price_history (variant_id, price, since)
                values (:id, 80000, now() - interval '21 days'), (:id, 95000, now() - interval '10 days')
                """, goods.variants().getFirst());
        var half = officer.post(DESK + "/offers", offer(campaign, goods.listing(), 47_500));
        assertThat(half.status()).isEqualTo(201);
        var least = officer.post(DESK + "/offers", offer(campaign, goods.listing(), 39_000));
        assertThat(firstError(least)).contains("40.000", "80.000");

        shelf.run("update listing.listings set category_code = 's14' where id = :id", goods.listing());
        var liquor = officer.post(DESK + "/offers", offer(campaign, goods.listing(), 90_000));
        assertThat(firstError(liquor)).contains("44/2019");
    }

    @Test
    void aConcentratedProgrammeMayGoFurther() {
        var goods = shelf.offer(shelf.shop(), 9);
        var programme = programme(code);
        programme.put("decisionNo", "2345/QĐ-UBND");
        programme.put("decidedBy", "UBND tỉnh Quảng Trị");
        var campaign = campaign(programme);

        assertThat(officer.post(DESK + "/offers", offer(campaign, goods.listing(), 20_000))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aShopTakesPartAndTheOrganiserDecidesAndStopsAtOnce() {
        var shop = shelf.shop();
        var goods = shelf.offer(shop, 9);
        var campaign = campaign(programme(code));
        var seller = staff.worksFor("SHOP", shop.toString());
        var bounds = seller.get(
                "/api/v1/shops/" + shop + "/campaigns/" + campaign + "/legal-prices?listings=" + goods.listing());
        assertThat(bounds.body().at("/items/0/least").asLong()).isEqualTo(47_500);

        var form = offer(campaign, goods.listing(), 76_000);
        var proposed = seller.post("/api/v1/shops/" + shop + "/offers", form);
        assertThat(proposed.status()).isEqualTo(201);
        var elses = shelf.offer(shelf.shop(), 3);
        assertThat(seller.post("/api/v1/shops/" + shop + "/offers", offer(campaign, elses.listing(), 76_000))
                        .code())
                .isEqualTo("campaign.bad-offer");
        var id = proposed.text("/id");
        assertThat(officer.get(DESK + "/offers?status=PROPOSED").text("/items/0/id"))
                .isEqualTo(id);
        assertThat(standing(goods.listing())).isEmpty();

        assertThat(decide("APPROVE", id)).isEqualTo(1);
        assertThat(standing(goods.listing())).isEqualTo("RUNNING");
        var buyer = new Buyer(staff.member());
        buyer.put(goods.variants().getFirst(), 1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(buyer.api()
                                .get("/api/v1/cart")
                                .body()
                                .at("/offers/saved")
                                .asLong())
                        .isPositive());
        buyer.api().put("/api/v1/cart/lines/" + goods.variants().getFirst(), Map.of("quantity", 2));
        assertThat(buyer.api()
                        .post("/api/v1/order-groups", Buyer.order(buyer.quote(), "CASH_ON_DELIVERY"))
                        .status())
                .isEqualTo(201);
        var figures = officer.get(DESK + "/programmes/" + code + "/figures");
        assertThat(figures.body().at("/funders/0/reserved").asLong()).isEqualTo(38_000);
        assertThat(figures.text("/funders/0/funder")).isEqualTo("SELLER");
        assertThat(figures.text("/funders/0/kind")).isEqualTo("SELLER");
        assertThat(figures.body().at("/provinces/0/orders").asLong()).isEqualTo(1);
        assertThat(figures.body().at("/days/0/orders").asLong()).isEqualTo(1);
        assertThat(figures.body().at("/uplift/days").asLong()).isEqualTo(1);
        assertThat(figures.body().at("/uplift/orders").asLong()).isPositive();
        assertThat(officer.get(DESK + "/programmes").body().path("items")).anySatisfy(programme -> {
            assertThat(programme.path("code").asString()).isEqualTo(code);
            assertThat(programme.path("status").asString()).isEqualTo("OPEN");
            assertThat(programme.path("own").asBoolean()).isTrue();
        });

        var preview = officer.post(
                DESK + "/previews",
                Map.of(
                        "at",
                        Instant.now().plus(6, ChronoUnit.DAYS).toString(),
                        "lines",
                        List.of(Map.of("variantId", goods.variants().getFirst(), "quantity", 1))));
        assertThat(preview.body().path("saved").asLong()).isZero();

        assertThat(decide("PAUSE", id)).isEqualTo(1);
        assertThat(standing(goods.listing())).isEqualTo("PAUSED");
        assertThat(seller.delete("/api/v1/shops/" + shop + "/offers/" + id).status())
                .isEqualTo(204);
    }

    private int decide(String verdict, String offer) {
        return officer.post(DESK + "/offer-decisions", Map.of("offers", List.of(offer), "verdict", verdict))
                .body()
                .path("count")
                .asInt();
    }

    private static String standing(UUID listing) {
        return ApiClient.stranger().get("/api/v1/offers?listing=" + listing).text("/items/0/standing");
    }

    private String answer(ApiClient seller, String path, boolean accept) {
        var answer = seller.post(path, Map.of("accept", accept, "reason", "Chưa đủ hàng"));
        return answer.status() == 204 ? "" : answer.code();
    }

    @Test
    void anInvitedShopSaysYesOrNoAndOffersWhereOthersMayNot() {
        var shop = shelf.shop();
        var goods = shelf.offer(shop, 9);
        var campaign = campaign(programme(code));
        shelf.run("update campaign.campaigns set open_to_shops = false where id = :id", UUID.fromString(campaign));
        var seller = staff.worksFor("SHOP", shop.toString());
        var invitations = DESK + "/campaigns/" + campaign + "/invitations";
        var theirs = "/api/v1/shops/" + shop + "/invitations/" + campaign + "/answer";
        assertThat(seller.post("/api/v1/shops/" + shop + "/offers", offer(campaign, goods.listing(), 76_000))
                        .status())
                .isEqualTo(404);
        assertThat(answer(seller, theirs, true)).isEqualTo("campaign.not-found");

        var invite = Map.of("shops", List.of(shop, UUID.randomUUID()), "message", "Mời gian hàng tham gia");
        assertThat(officer.post(invitations, invite).body().path("count").asInt())
                .isEqualTo(1);
        assertThat(officer.post(invitations, invite).body().path("count").asInt())
                .isZero();
        assertThat(staff.worksFor("PROVINCE", "01")
                        .post(invitations.replace("/44/", "/01/"), invite)
                        .status())
                .isEqualTo(404);
        var asked = seller.get("/api/v1/shops/" + shop + "/offers");
        assertThat(asked.text("/invitations/0/standing")).isEqualTo("INVITED");
        assertThat(asked.text("/invitations/0/message")).isEqualTo("Mời gian hàng tham gia");
        assertThat(asked.body().path("campaigns").toString()).doesNotContain(campaign);

        assertThat(answer(seller, theirs, false)).isEmpty();
        assertThat(officer.get(invitations).text("/items/0/reason")).isEqualTo("Chưa đủ hàng");
        assertThat(officer.post(invitations, invite).body().path("count").asInt())
                .isEqualTo(1);
        assertThat(answer(seller, theirs, true)).isEmpty();
        assertThat(answer(seller, theirs, false)).isEqualTo("campaign.moved-on");

        assertThat(seller.get("/api/v1/shops/" + shop + "/offers")
                        .body()
                        .path("campaigns")
                        .toString())
                .contains(campaign);
        assertThat(seller.post("/api/v1/shops/" + shop + "/offers", offer(campaign, goods.listing(), 76_000))
                        .status())
                .isEqualTo(201);
        assertThat(officer.get(invitations).text("/items/0/standing")).isEqualTo("ACCEPTED");
        assertThat(officer.get(invitations).body().at("/items/0/offers").asLong())
                .isEqualTo(1);
    }

    @Test
    void aBusinessRunsACampaignOfItsOwn() {
        var shop = shelf.shop();
        var goods = shelf.offer(shop, 9);
        campaign(programme(code));
        var seller = staff.worksFor("SHOP", shop.toString());
        assertThat(seller.get("/api/v1/shops/" + shop + "/offers")
                        .body()
                        .path("programmes")
                        .toString())
                .contains(code);
        var made = seller.post("/api/v1/shops/" + shop + "/campaigns", Map.of("programme", code, "name", "Mùa cà phê"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(seller.post(
                                "/api/v1/shops/" + shop + "/campaigns",
                                Map.of("programme", "khong-co", "name", "Mùa cà phê"))
                        .status())
                .isEqualTo(404);
        var other = shelf.shop();
        assertThat(staff.worksFor("SHOP", other.toString())
                        .post("/api/v1/shops/" + other + "/offers", offer(made.text("/id"), goods.listing(), 76_000))
                        .status())
                .isEqualTo(404);
        var forged = Map.of(
                "programme",
                code,
                "code",
                "gia",
                "name",
                "Giả",
                "ownerKind",
                "SHOP",
                "ownerScope",
                "44",
                "organiser",
                "Ai");
        assertThat(officer.post(DESK + "/campaigns", forged).status()).isEqualTo(404);

        var proposed =
                seller.post("/api/v1/shops/" + shop + "/offers", offer(made.text("/id"), goods.listing(), 76_000));
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(decide("APPROVE", proposed.text("/id"))).isEqualTo(1);
        assertThat(ApiClient.stranger()
                        .get("/api/v1/offers?listing=" + goods.listing())
                        .text("/items/0/organiser"))
                .isEqualTo("Nông sản Khe Sanh");
    }

    @Test
    void shopsAreFoundByNameWithoutMarks() {
        var shop = shelf.shop();
        shelf.run(
                "update shop.shops set name = 'Hợp tác xã Cà phê Thử', folded = 'hop tac xa ca phe thu' where id = :id",
                shop);
        var campaign = campaign(programme(code));
        var found = officer.get(DESK + "/campaigns/" + campaign + "/invitable-shops?q=Ca%20phe%20thu");
        assertThat(found.body().path("items").toString()).contains(shop.toString());
        assertThat(officer.get(DESK + "/campaigns/" + campaign + "/invitable-shops?q=100%25")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whatAShopBearsWaitsForItsWord() {
        var shop = shelf.shop();
        var goods = shelf.offer(shop, 9);
        var campaign = campaign(programme(code));
        var seller = staff.worksFor("SHOP", shop.toString());
        var shared = offer(campaign, goods.listing(), 76_000);
        shared.put(
                "funders",
                List.of(
                        Map.of("kind", "SELLER", "shareBp", 5_000),
                        Map.of("kind", "PUBLIC_BUDGET", "scope", "44", "shareBp", 5_000)));
        assertThat(firstError(officer.post(DESK + "/offers", shared))).contains("gian hàng");

        shared.put("shopId", shelf.shop());
        assertThat(officer.post(DESK + "/offers", shared).text("/errors/0/field"))
                .isEqualTo("listings");
        shared.put("shopId", shop);
        shared.put("total", 10);
        assertThat(firstError(officer.post(DESK + "/offers", shared))).contains("9");
        shared.put("total", 9);
        var made = officer.post(DESK + "/offers", shared);
        assertThat(made.status()).isEqualTo(201);
        assertThat(standing(goods.listing())).isEmpty();
        assertThat(decide("APPROVE", made.text("/id"))).isZero();
        var theirs = "/api/v1/shops/" + shop + "/offers/" + made.text("/id") + "/answer";
        var stranger = shelf.shop();
        assertThat(answer(
                        staff.worksFor("SHOP", stranger.toString()),
                        theirs.replace(shop.toString(), stranger.toString()),
                        true))
                .isEqualTo("campaign.not-found");

        assertThat(answer(seller, theirs, true)).isEmpty();
        assertThat(standing(goods.listing())).isEqualTo("RUNNING");
        assertThat(answer(seller, theirs, false)).isEqualTo("campaign.moved-on");

        shared.put("code", "khac-" + UUID.randomUUID().toString().substring(0, 8));
        var another = officer.post(DESK + "/offers", shared).text("/id");
        assertThat(answer(seller, "/api/v1/shops/" + shop + "/offers/" + another + "/answer", false))
                .isEmpty();
        assertThat(officer.get(DESK + "/offers?status=REFUSED").text("/items/0/refusal"))
                .isEqualTo("Chưa đủ hàng");
    }

    @Test
    void nextYearBeginsFromThisOne() {
        var goods = shelf.offer(shelf.shop(), 9);
        var campaign = campaign(programme(code));
        officer.post(DESK + "/offers", offer(campaign, goods.listing(), 76_000));
        var next = programme(code + "-b");
        next.put("startsAt", Instant.now().plus(364, ChronoUnit.DAYS).toString());
        next.put("endsAt", Instant.now().plus(385, ChronoUnit.DAYS).toString());
        next.put("copyFrom", code);

        assertThat(officer.post(DESK + "/programmes", next).status()).isEqualTo(201);

        assertThat(StreamSupport.stream(
                                officer.get(DESK + "/campaigns")
                                        .body()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .filter(item -> item.path("programme").asString().equals(code + "-b"))
                        .map(item -> item.path("waiting").asLong()))
                .containsExactly(1L);
    }

    /** 95,000 đồng at 40 % off, and a voucher of the same shop on top of it. */
    @Test
    void whatAShopGivesInAllItsOffersIsHeldToTheCap() {
        var shop = shelf.shop();
        var goods = shelf.offer(shop, 9);
        var campaign = campaign(programme(code));
        var seller = staff.worksFor("SHOP", shop.toString());
        var item = seller.post("/api/v1/shops/" + shop + "/offers", offer(campaign, goods.listing(), 57_000));
        assertThat(decide("APPROVE", item.text("/id"))).isEqualTo(1);

        var tooMuch = seller.post("/api/v1/shops/" + shop + "/offers", voucher(campaign, 2_000));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(firstError(tooMuch)).contains("45.600", "47.500", "81/2018");
        var fits = seller.post("/api/v1/shops/" + shop + "/offers", voucher(campaign, 1_000));
        assertThat(fits.status()).isEqualTo(201);
        var another = seller.post("/api/v1/shops/" + shop + "/offers", voucher(campaign, 1_500));
        assertThat(another.status()).isEqualTo(201);
    }

    private static Map<String, Object> voucher(String campaign, int basisPoints) {
        var form = offer(campaign, UUID.randomUUID(), basisPoints);
        form.put("kind", "PERCENT");
        form.put("stackingClass", "SHOP_VOUCHER");
        form.remove("listings");
        form.remove("funders");
        return form;
    }

    @Test
    void onePriceIsOfGoodsThatAreNamedAndBundlesAreHeldToTheCapToo() {
        var campaign = campaign(programme(code));
        var shop = shelf.shop();
        var seller = staff.worksFor("SHOP", shop.toString());
        var all = offer(campaign, UUID.randomUUID(), 1_000);
        all.remove("listings");
        assertThat(seller.post("/api/v1/shops/" + shop + "/offers", all).text("/errors/0/field"))
                .isEqualTo("listings");

        var bundle = offer(campaign, UUID.randomUUID(), 0);
        bundle.remove("listings");
        bundle.put("kind", "BUY_X_GET_Y");
        bundle.put("buyPieces", 1);
        bundle.put("getPieces", 2);
        assertThat(firstError(seller.post("/api/v1/shops/" + shop + "/offers", bundle)))
                .contains("81/2018");
        bundle.put("getPieces", 1);
        assertThat(seller.post("/api/v1/shops/" + shop + "/offers", bundle).status())
                .isEqualTo(201);
    }

    @Test
    void theDaysThatAreMeantCountAmongThoseOfTheYear() {
        var goods = shelf.offer(shelf.shop(), 9);
        var campaign = campaign(programme(code));
        shelf.run(
                "update campaign.legal_rules set value = 0 where rule = 'MAX_DAYS_A_YEAR' and valid_to is null and :id::uuid is not null",
                goods.listing());
        try {
            var refused = officer.post(DESK + "/offers", offer(campaign, goods.listing(), 90_000));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(firstError(refused)).contains("120 ngày");
        } finally {
            shelf.run(
                    "update campaign.legal_rules set value = 120 where rule = 'MAX_DAYS_A_YEAR' and valid_to is null and :id::uuid is not null",
                    goods.listing());
        }
        assertThat(officer.post(DESK + "/offers", offer(campaign, goods.listing(), 90_000))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theLawIsDatedRows() {
        var administrator = staff.worksFor("PLATFORM", "*");
        var rule = Map.of(
                "rule",
                "MAX_DAYS_A_YEAR",
                "value",
                150,
                "validFrom",
                "2099-01-01",
                "legalRef",
                "Nghị định thử",
                "clause",
                "Không quá 150 ngày.",
                "certainty",
                "ASSUMED");
        var added = administrator.post("/api/v1/promotion-rules", rule);
        assertThat(added.status()).isEqualTo(201);
        var ended = administrator.post(
                "/api/v1/promotion-rules/" + added.text("/id") + "/end", Map.of("lastDay", "2099-02-01"));
        assertThat(ended.text("/validTo")).isEqualTo("2099-02-01");
        var later = administrator.post(
                "/api/v1/promotion-rules/" + added.text("/id") + "/end", Map.of("lastDay", "2099-03-01"));
        assertThat(later.text("/validTo")).isEqualTo("2099-02-01");
        var past = new HashMap<String, Object>(rule);
        past.put("validFrom", "2020-01-01");
        assertThat(administrator.post("/api/v1/promotion-rules", past).code()).isEqualTo("campaign.rule-in-the-past");
    }

    /** Lists show what anybody pays within seconds of a beginning and of an end, and search orders by it. */
    @Test
    void listsFollowTheWindows() {
        var goods = shelf.offer(shelf.shop(), 9);
        var campaign = campaign(programme(code));
        var made = officer.post(DESK + "/offers", offer(campaign, goods.listing(), 61_000));
        assertThat(made.status()).isEqualTo(201);

        awaitShown(goods.listing(), 61_000);
        // Each copy keeps the offers in force for a moment.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ApiClient.stranger()
                                .get("/api/v1/listings/" + goods.listing() + "/offers")
                                .body()
                                .at("/prices/0/price")
                                .asLong()
                        == 61_000);

        assertThat(decide("PAUSE", made.text("/id"))).isEqualTo(1);
        awaitShown(goods.listing(), 95_000);
    }

    private void awaitShown(UUID listing, long price) {
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shelf.number(
                                "select price as n from listing.search_rows where listing_id = :id", listing))
                        .isEqualTo(price));
    }
}
