package vn.ocop.marketplace.shipment.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;

/** Other carriers: asked although they fail, believed although they repeat themselves and mix things up. */
class CarrierIT implements LocalApi {

    private static final String SECRET = "what-the-carrier-shows-us";
    private static final Map<String, String> CODES = Map.of(
            "ready_to_pick", "",
            "picked", "ACCEPTED",
            "transporting", "IN_TRANSIT",
            "sorting", "IN_TRANSIT",
            "delivering", "OUT_FOR_DELIVERY",
            "delivered", "DELIVERED",
            "delivery_fail", "FAILED");

    @Autowired
    DatabaseClient database;

    @Autowired
    AskCarrier asking;

    @Autowired
    Carriers told;

    @Autowired
    CarrierRepository carriers;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GhnSimulator ghn = new GhnSimulator();
    private final UUID account = UUID.randomUUID();
    Shelf shelf;
    Staff staff;
    ApiClient keeper;

    @BeforeEach
    void accountAtTheCarrier() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        database.sql("""
                with carrier as (insert into shipment.carriers (code, name) values ('ghn', 'Giao Hàng Nhanh') on conflict do nothing)
                select 1
                """).then().block();
        database.sql("""
                with office as (
                    insert into shipment.post_offices (code, carrier_code, name, commune_code, province_code)
                    values ('GHN-DH', 'ghn', 'GHN Đông Hà', '19333', '44') on conflict do nothing)
                select 1
                """).then().block();
        database.sql("""
                insert into shipment.service_areas (carrier_code, commune_code, office_code)
                values ('ghn', '19333', 'GHN-DH') on conflict do nothing
                """).then().block();
        keeper = staff.worksFor("PLATFORM", "*", false, "PLATFORM_CARRIERS");
        assertThat(save(account, "ghn", "GHN", ghn.url())).isEqualTo(204);
    }

    @AfterEach
    void goHome() {
        ghn.close();
    }

    private int save(UUID id, String carrier, String adapter, String url) {
        return keeper.put(
                        "/api/v1/carrier-accounts/" + id,
                        Map.of(
                                "carrier",
                                carrier,
                                "adapter",
                                adapter,
                                "baseUrl",
                                url,
                                "shopRef",
                                "885",
                                "token",
                                GhnSimulator.TOKEN,
                                "secret",
                                SECRET,
                                "codes",
                                CODES))
                .status();
    }

    /** A parcel that the carrier was asked to take: our number. */
    private String confirmed() {
        var shop = shelf.shop();
        shelf.run("update shop.shops set commune_code = '19333' where id = :id", shop);
        var offer = shelf.offer(shop, 5);
        var order = Buyer.guest()
                        .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                        .text("/code") + "-1";
        staff.worksFor("SHOP", shop.toString()).post("/api/v1/orders/" + order + "/confirmation", Map.of());
        return Objects.requireNonNull(
                database.sql("select tracking_number from shipment.parcels where order_code = :code")
                        .bind("code", order)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private record Bought(Buyer buyer, String order, String ours) {}

    /** The same by a buyer who may think again. */
    private Bought bought() {
        var shop = shelf.shop();
        shelf.run("update shop.shops set commune_code = '19333' where id = :id", shop);
        var offer = shelf.offer(shop, 5);
        var buyer = Buyer.guest();
        var order =
                buyer.buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY").text("/code") + "-1";
        staff.worksFor("SHOP", shop.toString()).post("/api/v1/orders/" + order + "/confirmation", Map.of());
        return new Bought(buyer, order, ours(order));
    }

    private String ours(String order) {
        return Objects.requireNonNull(
                database.sql("select tracking_number from shipment.parcels where order_code = :code")
                        .bind("code", order)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private String taken(String ours) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(state(ours)).isEqualTo("TAKEN"));
        return ghn.numberOf(ours);
    }

    private String state(String ours) {
        return Objects.requireNonNull(database.sql("""
                select c.state from shipment.carrier_orders c
                  join shipment.parcels p on p.id = c.parcel_id where p.tracking_number = :number
                """)
                .bind("number", ours)
                .mapValue(String.class)
                .one()
                .block());
    }

    private static String status(String ours) {
        return ApiClient.stranger().get("/api/v1/tracking/" + ours).text("/status");
    }

    private static Map<String, Object> message(String number, String status, Instant at) {
        return Map.of(
                "OrderCode",
                number,
                "Status",
                status,
                "Time",
                at.toString(),
                "Reason",
                "",
                "ShopID",
                885,
                "Type",
                "switch_status");
    }

    private int webhook(Map<String, Object> message, String token) {
        return ApiClient.stranger()
                .raw("POST", "/api/v1/webhooks/carriers/" + account, JSON.writeValueAsString(message), "Token", token)
                .status();
    }

    private List<Map<String, String>> log(String number) {
        return Objects.requireNonNull(ghn.logs.get(number));
    }

    @Test
    void anOrderWhoseAnswerWasLostIsNotMadeTwice() {
        ghn.mischief.add(GhnSimulator.Mischief.FAIL);
        ghn.mischief.add(GhnSimulator.Mischief.TAKE_AND_HANG_UP);

        var number = taken(confirmed());

        assertThat(ghn.creations.get()).isEqualTo(1);
        assertThat(Objects.requireNonNull(ghn.orders.get(number))
                        .path("to_name")
                        .asString())
                .isEqualTo("Trần Thị Mai");
        assertThat(Objects.requireNonNull(ghn.orders.get(number))
                        .path("cod_amount")
                        .asLong())
                .isPositive();
    }

    @Test
    void repeatsAndAnyOrderComeToTheSame() {
        var ours = confirmed();
        var number = taken(ours);
        var start = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        var messages = new ArrayList<Map<String, Object>>();
        int minute = 0;
        for (var code : List.of("ready_to_pick", "picked", "transporting", "sorting", "delivering", "delivered")) {
            var message = message(number, code, start.plusSeconds(60L * minute++));
            messages.addAll(Collections.nCopies(5, message));
        }
        Collections.shuffle(messages, new Random(4));

        messages.forEach(message -> assertThat(webhook(message, SECRET)).isEqualTo(200));

        assertThat(status(ours)).isEqualTo("DELIVERED");
        assertThat(staff.count("select count(*) from shipment.carrier_messages where account_id = '" + account + "'"))
                .isEqualTo(6);
    }

    @Test
    void whatNobodyExplainedAndWhoNobodyKnowsIsForAPerson() {
        var ours = confirmed();
        var number = taken(ours);

        assertThat(webhook(message(number, "teleported", Instant.now()), SECRET))
                .isEqualTo(200);
        assertThat(webhook(message("LNOBODY", "delivered", Instant.now()), SECRET))
                .isEqualTo(200);
        assertThat(webhook(message(number, "delivered", Instant.now()), "guessed"))
                .isEqualTo(401);

        assertThat(status(ours)).isEqualTo("TO_COLLECT");
        assertThat(keeper.get("/api/v1/carrier-messages").body().toString()).contains("teleported", "LNOBODY");
    }

    @Test
    void whatIsCalledOffTheCarrierNeedNotFetch() {
        var bought = bought();
        var number = taken(bought.ours());

        assertThat(bought.buyer()
                        .api()
                        .post("/api/v1/orders/" + bought.order() + "/cancellation", Map.of())
                        .status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ghn.orders).doesNotContainKey(number));
        assertThat(state(bought.ours())).isEqualTo("CALLED_OFF");
    }

    @Test
    void aCarrierThatGoesOnAllTheSameIsShownToAPerson() {
        var bought = bought();
        var number = taken(bought.ours());
        ghn.orders.remove(number);

        bought.buyer().api().post("/api/v1/orders/" + bought.order() + "/cancellation", Map.of());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(keeper.get("/api/v1/carrier-accounts")
                                .body()
                                .path("stuck")
                                .toString())
                        .contains(bought.ours(), "order not found"));
    }

    @Test
    void onceSomebodyExplainsACodeWhatWaitedIsReadAgain() {
        var ours = confirmed();
        var number = taken(ours);
        var told = message(number, "lifted", Instant.now().minusSeconds(60));
        assertThat(webhook(told, SECRET)).isEqualTo(200);
        assertThat(status(ours)).isEqualTo("TO_COLLECT");
        var waiting = database.sql("select id::text from shipment.carrier_messages where code = 'lifted'")
                .mapValue(String.class)
                .one()
                .block();

        var explain = "/api/v1/carrier-messages/" + waiting + "/meaning";
        assertThat(keeper.post(explain, Map.of("step", "ACCEPTED")).status()).isEqualTo(204);

        assertThat(status(ours)).isEqualTo("ACCEPTED");
        assertThat(keeper.post(explain, Map.of("step", "ACCEPTED")).status()).isEqualTo(404);
        assertThat(keeper.get("/api/v1/carrier-messages").body().toString()).doesNotContain("lifted");
        assertThat(staff.count("select count(*) from account.audit_log where action = 'shipment.carrier-code-explained'"
                        + " and details ->> 'code' = 'lifted'"))
                .isEqualTo(1);
    }

    @Test
    void anOperatorsSystemFetchesAndTellsWithAKeyOfItsOwn() {
        staff.openKheSanhOffice();
        var open = UUID.randomUUID();
        assertThat(save(open, "vnpost", "OPEN", "")).isEqualTo(204);
        var keys = "/api/v1/carrier-accounts/" + open + "/keys";
        var both = keeper.post(keys, Map.of("name", "Hệ thống kho", "scopes", List.of("PARCELS", "EVENTS")));
        var looks = keeper.post(keys, Map.of("name", "Chỉ xem", "scopes", List.of("PARCELS")))
                .text("/secret");
        var key = both.text("/secret");
        assertThat(keeper.get(keys).body().toString()).contains("Hệ thống kho").doesNotContain(key);
        assertThat(staff.count(
                        "select count(*) from shipment.carrier_keys where encode(hash, 'escape') like '%" + key + "%'"))
                .isZero();
        var offer = shelf.offer(shelf.shop(), 5);
        var order = Buyer.guest()
                        .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                        .text("/code") + "-1";
        staff.worksFor("SHOP", offer.shop().toString()).post("/api/v1/orders/" + order + "/confirmation", Map.of());
        var ours = ours(order);
        var parcel = "/api/v1/carrier-api/parcels/" + ours;

        assertThat(withKey("GET", parcel, "", key).text("/recipient/name")).isEqualTo("Trần Thị Mai");
        assertThat(withKey("GET", parcel + "/label", "", key).status()).isEqualTo(200);
        assertThat(withKey("GET", "/api/v1/carrier-api/parcels?status=TO_COLLECT&limit=200", "", key)
                        .status())
                .isEqualTo(200);
        assertThat(withKey("GET", parcel, "", key + "x").code()).isEqualTo("shipment.key-refused");
        assertThat(ApiClient.stranger().get(parcel).status()).isEqualTo(401);
        var foreign = confirmed();
        assertThat(withKey("GET", "/api/v1/carrier-api/parcels/" + foreign, "", key)
                        .status())
                .isEqualTo(404);

        var at = Instant.now().minusSeconds(30);
        var news = JSON.writeValueAsString(Map.of(
                "events",
                List.of(
                        Map.of("number", ours, "code", "picked", "at", at.toString()),
                        Map.of("number", ours, "code", "picked", "at", at.toString()),
                        Map.of("number", ours, "code", "lost-in-thought", "at", at.toString()),
                        Map.of("number", foreign, "code", "picked", "at", at.toString()))));
        assertThat(withKey("POST", "/api/v1/carrier-api/events", news, looks).code())
                .isEqualTo("shipment.key-too-narrow");
        var told = withKey("POST", "/api/v1/carrier-api/events", news, key);
        assertThat(told.body().path("events").findValuesAsString("outcome"))
                .containsExactly("DONE", "DONE", "REVIEW", "REVIEW");
        assertThat(status(ours)).isEqualTo("ACCEPTED");
        assertThat(status(foreign)).isEqualTo("TO_COLLECT");

        assertThat(keeper.delete("/api/v1/carrier-keys/" + both.text("/key/id")).status())
                .isEqualTo(204);
        assertThat(withKey("GET", parcel, "", key).status()).isEqualTo(401);
        assertThat(staff.noted("shipment.carrier-account-set", open.toString())).isEqualTo(1);
        assertThat(staff.noted("shipment.carrier-key-made", both.text("/key/id")))
                .isEqualTo(1);
        assertThat(staff.noted("shipment.carrier-key-revoked", both.text("/key/id")))
                .isEqualTo(1);
    }

    private static ApiClient.Answer withKey(String method, String path, String body, String key) {
        return ApiClient.stranger().raw(method, path, body, "Carrier-Key", key);
    }

    @Test
    void asksWhereAParcelIsWhenWebhooksGotLost() {
        var ours = confirmed();
        var number = taken(ours);
        log(number)
                .add(Map.of(
                        "status",
                        "picked",
                        "updated_date",
                        Instant.now().minusSeconds(900).toString()));
        log(number)
                .add(Map.of(
                        "status",
                        "delivering",
                        "updated_date",
                        Instant.now().minusSeconds(600).toString()));
        log(number)
                .add(Map.of(
                        "status",
                        "transporting",
                        "updated_date",
                        Instant.now().minusSeconds(700).toString()));

        var asked = Objects.requireNonNull(carriers.byNumber(account, number).block());
        asking.follow(told, asked).block();
        asking.follow(told, asked).block();

        assertThat(status(ours)).isEqualTo("OUT_FOR_DELIVERY");
    }

    @Test
    void carriersThatFollowOurDescriptionSign() {
        staff.openKheSanhOffice();
        var open = UUID.randomUUID();
        assertThat(save(open, "vnpost", "OPEN", "")).isEqualTo(204);
        var offer = shelf.offer(shelf.shop(), 5);
        var order = Buyer.guest()
                        .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                        .text("/code") + "-1";
        staff.worksFor("SHOP", offer.shop().toString()).post("/api/v1/orders/" + order + "/confirmation", Map.of());
        var ours = Objects.requireNonNull(
                database.sql("select tracking_number from shipment.parcels where order_code = :code")
                        .bind("code", order)
                        .mapValue(String.class)
                        .one()
                        .block());
        var body = "{\"number\":\"" + ours + "\",\"code\":\"picked\",\"at\":\"" + Instant.now() + "\",\"reason\":\"\"}";
        var seconds = Instant.now().getEpochSecond();
        var signature = "t=" + seconds + ",v1="
                + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmacHex(seconds + "." + body);
        var to = "/api/v1/webhooks/carriers/" + open;

        assertThat(ApiClient.stranger()
                        .raw("POST", to, body + " ", "Carrier-Signature", signature)
                        .status())
                .isEqualTo(401);
        assertThat(ApiClient.stranger().raw("POST", to, body, "Token", SECRET).status())
                .isEqualTo(401);
        assertThat(ApiClient.stranger()
                        .raw("POST", to, body, "Carrier-Signature", signature)
                        .status())
                .isEqualTo(200);
        assertThat(status(ours)).isEqualTo("ACCEPTED");
    }
}
