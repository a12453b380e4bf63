package vn.ocop.marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.listing.StockRequest;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.platform.BusinessTime;

/** From an application to an open shop, and back when it has to be. */
class ShopOpeningIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    ApplyRestrictions restrictions;

    @Autowired
    AuthorityRequestRepository requests;

    @Autowired
    StockReservations stock;

    Staff staff;
    ApiClient owner;
    ApiClient officer;

    @BeforeEach
    void people() {
        staff = new Staff(database);
        owner = staff.worksFor("SHOP", UUID.randomUUID().toString());
        officer = staff.worksFor("PROVINCE", "44");
        // From 2027 on the law wants electronic identity of everyone; most of these tests are about something else.
        electronicIdentity(0);
    }

    private void electronicIdentity(int compulsory) {
        database.sql("update shop.duty_rules set amount = :amount where rule = 'ELECTRONIC_IDENTITY'")
                .bind("amount", compulsory)
                .then()
                .block();
    }

    @Test
    void opensOnlyForElectronicIdentityOnceTheLawAsksForIt() {
        var waiting = submitted();
        electronicIdentity(1);
        var refused =
                decide(officer, waiting.text("/shop/id"), waiting.text("/shop/version"), "{\"verdict\": \"OPEN\"}");
        assertThat(refused.code()).isEqualTo("shop.electronic-identity-needed");

        // The owner comes back through an identity provider and gives the document again.
        decide(
                officer,
                waiting.text("/shop/id"),
                waiting.text("/shop/version"),
                "{\"verdict\": \"ASK_CHANGES\", \"reason\": \"Xác thực điện tử\"}");
        var back = owner.get("/api/v1/shops/" + waiting.text("/shop/id") + "/file");
        assertThat(back.text("/next")).isEqualTo("IDENTITY");
        assertThat(back.text("/electronicIdentity")).isEqualTo("true");
        assertThat(change(owner, back, "{\"submit\": true}").code()).isEqualTo("shop.incomplete");
        database.sql("""
                update account.people p
                   set identity_verified_at = s.created_at
                  from account.sessions s
                 where s.token_hash = sha256(convert_to(:token, 'UTF8'))
                   and p.id = s.person_id
                """).bind("token", owner.token().orElseThrow()).then().block();
        var vouched = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> change(owner, owner.get("/api/v1/shops/" + waiting.text("/shop/id") + "/file"), """
                                {"identity": {"representative": "Trần Thị Mai", "documentKind": "CITIZEN_ID",
                                              "number": "045123456789"}}"""),
                        answer -> answer.text("/shop/identity/method").equals("ELECTRONIC"));
        assertThat(vouched.text("/shop/identity/state")).isEqualTo("VERIFIED");
        var again = change(owner, vouched, "{\"submit\": true}");
        assertThat(decide(officer, again.text("/shop/id"), again.text("/shop/version"), "{\"verdict\": \"OPEN\"}")
                        .text("/status"))
                .isEqualTo("OPEN");
    }

    private ApiClient.Answer apply() {
        var applied = owner.post(
                "/api/v1/shops",
                Map.of("name", "Hộ bà Mai", "legalKind", "HOUSEHOLD", "street", "Thôn 3", "communeCode", "19429"));
        assertThat(applied.status()).as(applied.body().toString()).isEqualTo(201);
        return applied;
    }

    private ApiClient.Answer change(ApiClient who, ApiClient.Answer seen, String body) {
        return who.raw(
                "PATCH",
                "/api/v1/shops/" + seen.text("/shop/id") + "/file",
                body,
                "If-Match",
                '"' + seen.text("/shop/version") + '"');
    }

    private ApiClient.Answer decide(ApiClient who, String id, String version, String body) {
        return who.raw("POST", "/api/v1/shops/" + id + "/decisions", body, "If-Match", '"' + version + '"');
    }

    private ApiClient.Answer submitted() {
        var filled = change(owner, apply(), """
                {"phone": "0912 345 678", "termsVersion": "2026-07",
                 "identity": {"representative": "Trần Thị Mai", "documentKind": "CITIZEN_ID", "number": "045123456789"},
                 "bank": {"bankBin": "970436", "number": "0123456789", "holder": "TRAN THI MAI"}, "submit": true}""");
        assertThat(filled.status()).as(filled.body().toString()).isEqualTo(200);
        return filled;
    }

    private ApiClient.Answer opened() {
        var waiting = submitted();
        return decide(officer, waiting.text("/shop/id"), waiting.text("/shop/version"), "{\"verdict\": \"OPEN\"}");
    }

    @Test
    void opensStepByStepWithOneNextStep() {
        var applied = apply();
        assertThat(applied.text("/next")).isEqualTo("TERMS");
        assertThat(ApiClient.stranger()
                        .get("/api/v1/shops/" + applied.text("/shop/id"))
                        .status())
                .isEqualTo(404);
        var tooSoon = change(owner, applied, "{\"submit\": true}");
        assertThat(tooSoon.code()).isEqualTo("shop.incomplete");
        assertThat(tooSoon.body().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("terms", "profile", "identity", "bank");
        assertThat(tooSoon.status()).isEqualTo(422);

        var opened = opened();
        assertThat(opened.text("/status")).isEqualTo("OPEN");
        assertThat(opened.text("/identity/state")).isEqualTo("VERIFIED");
        assertThat(ApiClient.stranger()
                        .get("/api/v1/shops/" + opened.text("/id"))
                        .text("/name"))
                .isEqualTo("Hộ bà Mai");
        assertThat(owner.get("/api/v1/shops/" + opened.text("/id") + "/file").text("/next"))
                .isEqualTo("FIRST_LISTING");
        assertThat(MESSAGES.lastTo(Staff.phoneOf(owner)).text())
                .contains("Hộ bà Mai")
                .contains("mở bán");
    }

    @Test
    void keepsNumbersSealed() {
        var waiting = submitted();

        assertThat(waiting.text("/shop/identity/number")).isEqualTo("••••6789");
        assertThat(waiting.text("/shop/bank/number")).isEqualTo("••••6789");
        assertThat(waiting.body().toString()).doesNotContain("045123456789").doesNotContain("0123456789");
        var stored = Objects.requireNonNull(database.sql(
                        "select encode(number_sealed, 'escape') as stored from shop.identities where shop_id = :id")
                .bind("id", UUID.fromString(waiting.text("/shop/id")))
                .map(row -> Objects.requireNonNull(row.get("stored", String.class)))
                .one()
                .block());
        assertThat(stored).doesNotContain("045123456789");
    }

    @Test
    void tellsTheSecondOfTwoOfficersAndHidesTheFileFromOthers() {
        var waiting = submitted();
        var id = waiting.text("/shop/id");
        var version = waiting.text("/shop/version");
        assertThat(officer.get("/api/v1/province-desks/44/shops?limit=96")
                        .body()
                        .toString())
                .contains(id);
        assertThat(staff.worksFor("PROVINCE", "01")
                        .get("/api/v1/shops/" + id + "/file")
                        .status())
                .isEqualTo(404);
        assertThat(decide(owner, id, version, "{\"verdict\": \"OPEN\"}").status())
                .isEqualTo(404);

        assertThat(decide(officer, id, version, "{\"verdict\": \"ASK_CHANGES\"}")
                        .code())
                .isEqualTo("shop.reason-needed");
        var back = decide(officer, id, version, "{\"verdict\": \"ASK_CHANGES\", \"reason\": \"Ảnh giấy tờ mờ\"}");
        assertThat(back.text("/status")).isEqualTo("APPLIED");
        assertThat(decide(officer, id, version, "{\"verdict\": \"OPEN\"}").code())
                .isEqualTo("shop.stale");
        var file = owner.get("/api/v1/shops/" + id + "/file");
        assertThat(file.text("/shop/reason")).isEqualTo("Ảnh giấy tờ mờ");
        assertThat(file.body().at("/history").findValuesAsString("kind")).containsExactly("sent-back", "submitted");
        assertThat(file.text("/history/0/by")).isEqualTo("Người làm");
    }

    @Test
    void findsShopsByNameAndDecidesOnSeveralTogether() {
        var one = submitted();
        var gone = submitted();
        decide(officer, gone.text("/shop/id"), gone.text("/shop/version"), "{\"verdict\": \"OPEN\"}");

        var queue = officer.get("/api/v1/province-desks/44/shops?q=ba+mai&limit=96");
        assertThat(queue.body().at("/items").findValuesAsString("id")).contains(one.text("/shop/id"));
        assertThat(queue.body().at("/counts/UNDER_REVIEW").asLong()).isPositive();
        assertThat(officer.get("/api/v1/province-desks/44/shops?q=khong+co")
                        .body()
                        .at("/items"))
                .isEmpty();

        var said = officer.raw("POST", "/api/v1/province-desks/44/shop-decisions", """
                {"said": {"verdict": "ASK_CHANGES", "reason": "Thiếu ảnh"},
                 "shops": [{"id": "%s", "version": %s}, {"id": "%s", "version": %s}]}""".formatted(
                one.text("/shop/id"), one.text("/shop/version"), gone.text("/shop/id"), gone.text("/shop/version")));
        assertThat(said.body().at("/items").findValuesAsString("done")).containsExactly("true", "false");
        assertThat(said.text("/items/1/code")).isEqualTo("shop.stale");
    }

    private int takeDown(UUID listing, long revision) {
        return officer.raw(
                        "POST",
                        "/api/v1/listings/" + listing + "/decisions",
                        "{\"verdict\": \"TAKE_DOWN\", \"reason\": \"Theo yêu cầu\"}",
                        "If-Match",
                        "\"" + revision + '"')
                .status();
    }

    @Test
    void ranOutOfTimeOnlyWhileNothingWasDone() {
        var shelf = new Shelf(database);
        var id = opened().text("/id");
        var offer = shelf.offer(UUID.fromString(id), 3);
        var entered =
                officer.raw("POST", "/api/v1/province-desks/44/authority-requests", """
                {"authority": "Sở Công Thương", "number": "%s", "subjectKind": "LISTING", "subjectId": "%s",
                 "wanted": "Gỡ sản phẩm", "receivedAt": "2026-11-01T01:00:00Z"}""".formatted(id, offer.listing()));
        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(entered.text("/dueAt")).isEqualTo("2026-11-02T01:00:00Z");
        assertThat(requests.overdue().block()).isPositive();
        assertThat(officer.raw("POST", "/api/v1/province-desks/44/authority-requests", """
                {"authority": "Sở Công Thương", "number": "%s", "subjectKind": "LISTING", "subjectId": "%s",
                 "wanted": "Gỡ lần nữa"}""".formatted(
                                        id, offer.listing()))
                        .code())
                .isEqualTo("shop.request-known");

        // The shop's opening still goes through its listings and gives each a new revision.
        Awaitility.await().until(() -> takeDown(offer.listing(), shelf.revision(offer.listing())) == 200);
        var done = officer.get("/api/v1/province-desks/44/authority-requests?open=false");
        assertThat(done.body().at("/items").findValuesAsString("id")).contains(entered.text("/id"));
        assertThat(officer.raw(
                                "POST",
                                "/api/v1/authority-requests/" + entered.text("/id") + "/answer",
                                "{\"outcome\": \"DECLINED\", \"note\": \"x\"}",
                                "If-Match",
                                "\"0\"")
                        .code())
                .isEqualTo("shop.stale");
    }

    @Test
    void takesNoOrdersOnItsHolidays() {
        var id = opened().text("/id");
        var offer = new Shelf(database).offer(UUID.fromString(id), 3);
        var buyer = Buyer.guest();
        var variant = offer.variants().getFirst();
        assertThat(buyer.put(variant, 1).status()).isLessThan(300);
        var today = LocalDate.now(BusinessTime.ZONE);
        holiday(id, today, today.plusDays(3), false);

        assertThat(ApiClient.stranger().get("/api/v1/shops/" + id).text("/holiday/lastDay"))
                .satisfiesAnyOf(
                        shown -> assertThat(shown).isEqualTo(today.plusDays(3).toString()),
                        // The directory may be ten seconds behind.
                        shown -> assertThat(shown).isEmpty());
        assertThat(buyer.api().get("/api/v1/cart").text("/shops/0/lines/0/problem/code"))
                .isEqualTo("checkout.shop-on-holiday");
        assertThat(buyer.api()
                        .post("/api/v1/quotes", Map.of("communeCode", "19429"))
                        .code())
                .isEqualTo("checkout.cart-empty");
        assertThat(stock.take(List.of(new StockRequest(variant, 1))).block()).isEmpty();

        holiday(id, today, today.plusDays(3), true);
        assertThat(buyer.api()
                        .post("/api/v1/quotes", Map.of("communeCode", "19429"))
                        .status())
                .isLessThan(300);
        assertThat(holiday(id, today, today.minusDays(1), true).text("/errors/0/field"))
                .isEqualTo("holidays[0].lastDay");
    }

    private ApiClient.Answer holiday(String id, LocalDate first, LocalDate last, boolean takesOrders) {
        return change(owner, owner.get("/api/v1/shops/" + id + "/file"), """
                {"holidays": [{"firstDay": "%s", "lastDay": "%s", "takesOrders": %s, "note": "Tết"}]}""".formatted(first, last, takesOrders));
    }

    @Test
    void endsWhenItsOwnerClosesIt() {
        var shelf = new Shelf(database);
        var opened = opened();
        var id = opened.text("/id");
        var offer = shelf.offer(UUID.fromString(id), 3);
        var seen = shelf.changes(offer.listing());

        var closed = owner.raw(
                "POST",
                "/api/v1/shops/" + id + "/closing",
                "{\"reason\": \"Nghỉ bán\"}",
                "If-Match",
                '"' + opened.text("/version") + '"');
        assertThat(closed.text("/shop/status")).isEqualTo("CLOSED");
        assertThat(decide(officer, id, closed.text("/shop/version"), "{\"verdict\": \"OPEN\"}")
                        .code())
                .isEqualTo("shop.illegal-decision");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shelf.changes(offer.listing()) > seen);
    }

    @Test
    void acceptsTheTermsInTheVersionInForce() {
        assertThat(change(owner, apply(), "{\"termsVersion\": \"2020-01\"}").text("/errors/0/field"))
                .isEqualTo("termsVersion");
        var accepted = submitted().text("/shop/id");
        assertThat(staff.count("select count(*) from account.consents where owner_kind = 'SHOP' and owner_scope = '"
                        + accepted + "'"))
                .isEqualTo(2);
    }

    @Test
    void suspendsAfterNoticeAndAtOnceByOrder() {
        var shelf = new Shelf(database);
        var opened = opened();
        var id = opened.text("/id");
        var offer = shelf.offer(UUID.fromString(id), 3);
        var announced = decide(
                officer, id, opened.text("/version"), "{\"verdict\": \"SUSPEND\", \"reason\": \"Không giao hàng\"}");
        assertThat(announced.text("/status")).isEqualTo("OPEN");
        assertThat(announced.text("/restriction/effectiveAt")).isNotBlank();
        restrictions.run().block();
        assertThat(status(id)).isEqualTo("OPEN");

        database.sql("update shop.restrictions set announced_at = announced_at - interval '6 days',"
                        + " effective_at = effective_at - interval '6 days' where shop_id = :id")
                .bind("id", UUID.fromString(id))
                .then()
                .block();
        restrictions.run().block();
        assertThat(status(id)).isEqualTo("SUSPENDED");
        assertThat(ApiClient.guest().get("/api/v1/listings/" + offer.listing()).status())
                .isEqualTo(404);

        var suspended = owner.get("/api/v1/shops/" + id + "/file");
        var lifted = decide(
                officer, id, suspended.text("/shop/version"), "{\"verdict\": \"LIFT\", \"reason\": \"Đã khắc phục\"}");
        assertThat(lifted.text("/status")).isEqualTo("OPEN");
        var ordered = decide(
                officer,
                id,
                lifted.text("/version"),
                "{\"verdict\": \"SUSPEND\", \"reason\": \"Theo yêu cầu\", \"legalOrder\": \"12/QĐ-SCT\"}");
        assertThat(ordered.text("/status")).isEqualTo("SUSPENDED");
    }

    private ApiClient.Answer answer(ApiClient.Answer seen) {
        return owner.raw(
                "POST",
                "/api/v1/shops/" + seen.text("/shop/id") + "/suspension/answer",
                "{\"answer\": \"Bão lũ, đã giao bù đủ đơn\"}",
                "If-Match",
                '"' + seen.text("/shop/version") + '"');
    }

    /** Its province hears the shop's people, and nothing of that changes why it was suspended. */
    @Test
    void answersToItsSuspension() {
        var opened = opened();
        var id = opened.text("/id");
        var file = "/api/v1/shops/" + id + "/file";
        assertThat(answer(owner.get(file)).code()).isEqualTo("shop.illegal-decision");
        decide(officer, id, opened.text("/version"), "{\"verdict\": \"SUSPEND\", \"reason\": \"Không giao hàng\"}");
        var tooEarly = decide(
                officer,
                id,
                owner.get(file).text("/shop/version"),
                "{\"verdict\": \"UPHOLD\", \"reason\": \"Chưa có gì để xét\"}");
        assertThat(tooEarly.code()).isEqualTo("shop.illegal-decision");

        var answered = answer(owner.get(file));
        assertThat(answered.text("/shop/restriction/answer")).contains("đã giao bù");
        assertThat(answered.text("/history/0/kind")).isEqualTo("answered");
        assertThat(answer(answered).code()).isEqualTo("shop.answered-already");
        var waiting = officer.get("/api/v1/province-desks/44/shops?answered=true&limit=48");
        assertThat(waiting.body().path("items").toString()).contains(id);
        assertThat(waiting.body().path("counts").path("ANSWERED").asLong()).isPositive();

        var upheld = decide(
                officer, id, answered.text("/shop/version"), "{\"verdict\": \"UPHOLD\", \"reason\": \"Còn ba đơn\"}");
        assertThat(upheld.text("/status")).as(upheld.body().toString()).isEqualTo("OPEN");
        assertThat(upheld.text("/restriction/reason")).isEqualTo("Không giao hàng");
        assertThat(upheld.text("/restriction/heardAt")).isNotBlank();
        assertThat(officer.get("/api/v1/province-desks/44/shops?answered=true&limit=48")
                        .body()
                        .path("items")
                        .toString())
                .doesNotContain(id);
        var lifted =
                decide(officer, id, upheld.text("/version"), "{\"verdict\": \"LIFT\", \"reason\": \"Đã giao đủ\"}");
        assertThat(lifted.body().path("restriction").isNull()).isTrue();
    }

    private String status(String id) {
        return owner.get("/api/v1/shops/" + id + "/file").text("/shop/status");
    }

    @Test
    void fixesWhatItIsBeforeTheLawOnceSubmitted() {
        var waiting = submitted();
        var changed = change(owner, waiting, "{\"name\": \"Tên khác\"}");

        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.text("/errors/0/field")).isEqualTo("name");
        assertThat(change(owner, waiting, "{\"story\": \"Chuyện nhà bà Mai\"}").status())
                .isEqualTo(200);
    }

    @Test
    void isOnlyForThoseWhoSignedUp() {
        var body = Map.of("name", "X", "legalKind", "HOUSEHOLD", "street", "Y", "communeCode", "19429");
        assertThat(ApiClient.guest().post("/api/v1/shops", body).status()).isEqualTo(403);
        assertThat(ApiClient.stranger().post("/api/v1/shops", body).status()).isEqualTo(401);
        assertThat(owner.post(
                                "/api/v1/shops",
                                Map.of("name", "X", "legalKind", "HOUSEHOLD", "street", "Y", "communeCode", "99999"))
                        .text("/errors/0/field"))
                .isEqualTo("communeCode");
    }
}
