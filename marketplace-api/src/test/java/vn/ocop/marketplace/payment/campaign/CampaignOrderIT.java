package vn.ocop.marketplace.payment.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Trading;

/** An offer from the cart to the books, and back. */
class CampaignOrderIT extends Trading {

    Promoter promoter;

    @BeforeEach
    void programme() {
        promoter = new Promoter(database);
    }

    @AfterEach
    void over() {
        Promoter.closeAll(database);
    }

    private static void put(Buyer buyer, UUID variant, int quantity, long saved) {
        buyer.put(variant, quantity);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(buyer.api()
                                .get("/api/v1/cart")
                                .body()
                                .at("/offers/saved")
                                .asLong())
                        .isEqualTo(saved));
    }

    private static String reason(ApiClient buyer) {
        return buyer.get("/api/v1/cart").text("/offers/notApplied/0/reason");
    }

    @Test
    void aDiscountIsFrozenBookedAndComesBackInItsMeasure() throws Exception {
        var shop = shelf.shop();
        var listing = shelf.offer(shop, 9);
        var slot = promoter.offer(new Promoter.Draft(
                "PERCENT", "ITEM", 2_000, listing.listing(), null, "ALL", null, null, 1_000_000L, null));
        var buyer = new Buyer(staff.member());
        put(buyer, listing.variants().getFirst(), 3, 57_000);
        var quote = buyer.api().post("/api/v1/quotes", Map.of("communeCode", "19333"));
        assertThat(quote.body().path("goodsTotal").asLong()).isEqualTo(228_000);
        assertThat(quote.body().at("/shops/0/lines/0/lineTotal").asLong()).isEqualTo(228_000);
        assertThat(quote.body().at("/shops/0/lines/0/offers/0/amount").asLong()).isEqualTo(57_000);

        var order = buyer.api().post("/api/v1/order-groups", Buyer.order(quote.text("/id"), "CARD"));
        assertThat(order.status()).isEqualTo(201);
        var code = order.text("/code");
        assertThat(order.body().at("/orders/0/lines/0/discount").asLong()).isEqualTo(57_000);
        assertThat(promoter.taken(slot, "amount")).isEqualTo(57_000);
        assertThat(promoter.left(slot, "budget_left")).isEqualTo(943_000);

        SandboxPage.pay(buyer, code);
        buyer.awaits(code, "/status", "TO_CONFIRM");
        assertThat(promoter.number(
                        "select count(*) as n from campaign.redemptions where offer_id = :id and status = 'CONFIRMED'",
                        slot))
                .isEqualTo(1);
        var seller = staff.worksFor("SHOP", shop.toString());
        var confirmed = seller.post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        // List price 285.000, half of the 57.000 is the shop's, the other half the province pays it.
        assertThat(confirmed.body().at("/settlement/goods").asLong()).isEqualTo(285_000);
        assertThat(confirmed.body().at("/settlement/discount").asLong()).isEqualTo(28_500);
        assertThat(subsidy()).isEqualTo(28_500);
        assertBooksAgree();

        var refunded = seller.post(
                "/api/v1/orders/" + code + "-1/refunds",
                Map.of(
                        "pieces",
                        List.of(Map.of("line", 1, "quantity", 1)),
                        "delivery",
                        false,
                        "goodsTo",
                        "SHELF",
                        "reason",
                        "Một gói bị rách"));
        assertThat(refunded.body().at("/refunds/0/goods").asLong()).isEqualTo(76_000);
        assertThat(subsidy()).isEqualTo(19_000);
        assertThat(due(slot)).isEqualTo(19_000);
        assertBooksAgree();
        assertThat(seller.post("/api/v1/orders/" + code + "-1/refunds", Map.of("reason", "Cả đơn"))
                        .status())
                .isEqualTo(201);
        assertThat(subsidy()).isZero();
        assertThat(due(slot)).isZero();
        assertBooksAgree();
    }

    /** What the province owes of an offer, as its settlement reckons it. */
    private long due(UUID offer) {
        var programme =
                database.sql("""
                select p.code
                  from campaign.offers o
                  join campaign.campaigns c on c.id = o.campaign_id
                  join campaign.programmes p on p.id = c.programme_id
                 where o.id = :id
                """).bind("id", offer).mapValue(String.class).one().block();
        var figures =
                staff.worksFor("PLATFORM", "*").get("/api/v1/campaign-desks/*/programmes/" + programme + "/figures");
        for (var funder : figures.body().path("funders")) {
            if (funder.path("funder").asString().equals("PUBLIC_BUDGET:44")) {
                return funder.path("due").asLong();
            }
        }
        throw new AssertionError(figures.raw().body());
    }

    private long subsidy() {
        return staff.count("""
                select coalesce(sum(debits - credits), 0)::bigint
                  from ledger.published_balances
                 where account = 'CAMPAIGN_SUBSIDY'
                """);
    }

    @Test
    void whoIsNewIsJudgedByTheServerAndStaysThePersonTheyAre() {
        var shop = shelf.shop();
        var listing = shelf.offer(shop, 9);
        var variant = listing.variants().getFirst();
        var forNew = promoter.offer(
                new Promoter.Draft("AMOUNT", "ITEM", 10_000, listing.listing(), null, "NEW", 1, null, null, null));
        var phone = "+84987654" + (100 + System.nanoTime() % 900);
        var member = staff.member(phone);
        put(new Buyer(member), variant, 1, 10_000);
        var guest = ApiClient.guest();
        new Buyer(guest).put(variant, 1);
        assertThat(guest.get("/api/v1/cart").body().at("/offers/saved").asLong())
                .isZero();
        assertThat(reason(guest)).isEqualTo("PHONE_NOT_VERIFIED");

        var order = member.post("/api/v1/order-groups", Buyer.order(new Buyer(member).quote(), "CASH_ON_DELIVERY"));
        assertThat(order.status()).isEqualTo(201);
        assertThat(promoter.number(
                        "select count(*) as n from campaign.redemptions where offer_id = :id and new_person", forNew))
                .isEqualTo(1);

        // The same number with another account: the turn is gone.
        database.sql("update account.people set phone = null, email = 'a' || id || '@example.vn' where phone = :phone")
                .bind("phone", phone)
                .then()
                .block();
        var again = staff.member(phone);
        new Buyer(again).put(variant, 1);
        assertThat(again.get("/api/v1/cart").body().at("/offers/saved").asLong())
                .isZero();
        assertThat(reason(again)).isEqualTo("USED_BEFORE");

        // And whoever had completed an order before the programme began is not new.
        var known = staff.member("+84987653" + (100 + System.nanoTime() % 900));
        database.sql("""
                insert into campaign.completions (identity, method, first_at)
                select 'phone:' || encode(sha256(convert_to(phone, 'UTF8')), 'hex'), 'CARD', timestamptz '2026-01-01 00:00:00+07'
                  from account.people where id = :id
                """)
                .bind("id", UUID.fromString(known.get("/api/v1/me").text("/id")))
                .then()
                .block();
        new Buyer(known).put(variant, 1);
        assertThat(reason(known)).isEqualTo("NEW_CONSUMERS_ONLY");
    }

    @Test
    void aPausedOfferIsNamedAtTheOrderAndNothingHappens() {
        var shop = shelf.shop();
        var listing = shelf.offer(shop, 9);
        var variant = listing.variants().getFirst();
        var offer = promoter.offer(Promoter.Draft.slot(listing.listing(), 50_000, 10, null));
        var buyer = new Buyer(staff.member());
        put(buyer, variant, 1, 45_000);
        var quote = buyer.quote();
        shelf.run("update campaign.offers set status = 'PAUSED', version = version + 1 where id = :id", offer);

        var refused = buyer.api().post("/api/v1/order-groups", Buyer.order(quote, "CASH_ON_DELIVERY"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("campaign.offers-changed");
        assertThat(StreamSupport.stream(refused.body().path("errors").spliterator(), false))
                .anySatisfy(error -> assertThat(error.path("field").asString()).isEqualTo(offer.toString()));
        assertThat(shelf.stock(variant)).isEqualTo(9);
        assertThat(promoter.left(offer, "pieces_left")).isEqualTo(10);
    }

    @Test
    void whatNobodyPaidForInTimeIsThereAgain() {
        var shop = shelf.shop();
        var listing = shelf.offer(shop, 9);
        var offer = promoter.offer(Promoter.Draft.slot(listing.listing(), 50_000, 10, 450_000L));
        var buyer = new Buyer(staff.member());
        put(buyer, listing.variants().getFirst(), 1, 45_000);
        var order = buyer.api().post("/api/v1/order-groups", Buyer.order(buyer.quote(), "BANK_TRANSFER"));
        assertThat(order.status()).isEqualTo(201);
        assertThat(promoter.left(offer, "pieces_left")).isEqualTo(9);

        database.sql("update payment.payments set pay_until = created_at where payable_code = :code")
                .bind("code", order.text("/code"))
                .then()
                .block();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(promoter.left(offer, "pieces_left")).isEqualTo(10));
        assertThat(promoter.left(offer, "budget_left")).isEqualTo(450_000);
        assertThat(promoter.taken(offer, "amount")).isZero();
    }

    /** What another program reads is enough to reckon the price that an order would have. */
    @Test
    void thePublicFeedSaysThePriceAnOrderHas() {
        var shop = shelf.shop();
        var listing = shelf.offer(shop, 9);
        promoter.offer(
                new Promoter.Draft("PERCENT", "ITEM", 1_750, listing.listing(), null, "ALL", null, null, null, null));
        var anyone = ApiClient.stranger();
        var feed = anyone.get("/api/v1/offers?listing=" + listing.listing());

        var offer = feed.body().at("/items/0");
        var price = offer.at("/prices/0");
        var reckoned = price.path("before").asLong()
                - price.path("before").asLong() * offer.at("/worth/value").asLong() / 10_000;
        assertThat(feed.text("/schema")).isEqualTo("ocop-offers/1");
        assertThat(price.path("price").asLong()).isEqualTo(reckoned).isEqualTo(78_375);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(anyone.get("/api/v1/listings/" + listing.listing() + "/offers")
                                .body()
                                .at("/prices/0/price")
                                .asLong())
                        .isEqualTo(reckoned));
        var guest = Buyer.guest();
        guest.put(listing.variants().getFirst(), 1);
        assertThat(guest.api()
                        .get("/api/v1/cart")
                        .body()
                        .at("/shops/0/lines/0/lineTotal")
                        .asLong())
                .isEqualTo(reckoned);
        var etag = feed.raw().headers().firstValue("ETag").orElseThrow();
        assertThat(anyone.raw("GET", "/api/v1/offers?listing=" + listing.listing(), "", "If-None-Match", etag)
                        .status())
                .isEqualTo(304);
        assertThat(anyone.get("/api/v1/offers.csv").raw().body())
                .contains(offer.path("code").asString());
        assertThat(anyone.get("/api/v1/offers.atom").raw().body())
                .contains("urn:uuid:" + offer.path("id").asString());
        assertThat(anyone.get("/api/v1/offers/" + offer.path("code").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void aCodeCountsOnceItIsKept() {
        var shop = shelf.shop();
        var listing = shelf.offer(shop, 9);
        var code = "THU" + System.nanoTime() % 1_000_000;
        promoter.offer(new Promoter.Draft("AMOUNT", "PLATFORM_VOUCHER", 12_000, null, null, "ALL", 1, 10, null, code));
        var member = staff.member();
        new Buyer(member).put(listing.variants().getFirst(), 2);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(member.put("/api/v1/me/vouchers/" + code, Map.of())
                                .status())
                        .isEqualTo(200));
        assertThat(member.put("/api/v1/me/vouchers/KHONGCO", Map.of()).code()).isEqualTo("campaign.unknown-code");
        assertThat(member.get("/api/v1/cart").body().at("/offers/saved").asLong())
                .isEqualTo(12_000);
        assertThat(member.get("/api/v1/me/offers").text("/items/0/voucher")).isEqualTo(code);
    }

    @Test
    void liquorIsNeverPromotedWhateverAnOfferTakesIn() {
        var shop = shelf.shop();
        var coffee = shelf.offer(shop, 9);
        var liquor = shelf.offer(shop, 9);
        shelf.run("update listing.listings set category_code = 's14' where id = :id", liquor.listing());
        promoter.offer(new Promoter.Draft("PERCENT", "ITEM", 1_000, null, shop, "ALL", null, null, null, null));
        var buyer = new Buyer(staff.member());
        put(buyer, coffee.variants().getFirst(), 1, 9_500);

        buyer.put(liquor.variants().getFirst(), 1);

        assertThat(buyer.api().get("/api/v1/cart").body().at("/offers/saved").asLong())
                .isEqualTo(9_500);
    }
}
