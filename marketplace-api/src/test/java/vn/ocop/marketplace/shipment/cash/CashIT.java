package vn.ocop.marketplace.shipment.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;

/** Cash from the door over the courier's bag and the clerk's till to the platform's account. */
class CashIT extends Trading {

    private static final String OFFICE = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE;

    private record Sold(String order, String number, long cash) {}

    /** Bought, confirmed, accepted; the parcel's number and what is to be taken. */
    private Sold accepted(ApiClient clerk) {
        var offer = shelf.offer(shelf.shop(), 5);
        var placed = Buyer.guest().buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY");
        var order = placed.text("/code") + "-1";
        staff.worksFor("SHOP", offer.shop().toString()).post("/api/v1/orders/" + order + "/confirmation", Map.of());
        var parcel = scan(clerk, OFFICE + "/scans", order, "ACCEPTED");
        return new Sold(
                order,
                parcel.text("/receipts/0/parcel/trackingNumber"),
                placed.body().path("total").asLong());
    }

    private static ApiClient.Answer scan(ApiClient who, String to, String number, String step) {
        return who.post(
                to,
                Map.of(
                        "scans",
                        List.of(Map.of("id", UUID.randomUUID(), "number", number, "step", step, "at", Instant.now()))));
    }

    private static Map<String, Object> counted(UUID id, String courier, long amount) {
        return Map.of("id", id, "courier", courier, "counted", amount);
    }

    @Test
    void fromTheDoorToThePlatformsAccount() {
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var head = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_SUPERVISION");
        var courier = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_DELIVERY");
        var onTheRoad = accepted(clerk);
        var atCounter = accepted(clerk);
        scan(courier, OFFICE + "/run/scans", onTheRoad.number(), "OUT_FOR_DELIVERY");
        scan(courier, OFFICE + "/run/scans", onTheRoad.number(), "DELIVERED");

        var shift = UUID.randomUUID();
        assertThat(clerk.post(OFFICE + "/shifts", Map.of("id", shift, "opening", 500_000))
                        .body()
                        .path("expected")
                        .asLong())
                .isEqualTo(500_000);
        assertThat(clerk.post(OFFICE + "/shifts", Map.of("id", UUID.randomUUID(), "opening", 0))
                        .code())
                .isEqualTo("shipment.shift-open");
        scan(clerk, OFFICE + "/scans", atCounter.number(), "DELIVERED");

        var me = courier.get("/api/v1/me").text("/id");
        var handIn = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            assertThat(clerk.post(OFFICE + "/hand-ins", counted(handIn, me, onTheRoad.cash()))
                            .body()
                            .path("expected")
                            .asLong())
                    .isEqualTo(500_000 + atCounter.cash() + onTheRoad.cash());
        }
        var bank = Map.of("id", UUID.randomUUID(), "amount", 300_000, "note", "Nộp ngân hàng");
        clerk.post(OFFICE + "/deposits", bank);
        clerk.post(OFFICE + "/deposits", bank);
        long inTill = 200_000 + atCounter.cash() + onTheRoad.cash();

        assertThat(clerk.post(OFFICE + "/shift-closings", Map.of("counted", inTill - 2_000))
                        .code())
                .isEqualTo("shipment.cash-differs");
        var closed = clerk.post(OFFICE + "/shift-closings", Map.of("counted", inTill - 2_000, "reason", "Thối nhầm"));
        assertThat(closed.body().path("difference").asLong()).isEqualTo(-2_000);
        assertThat(closed.body().path("waitsForSecond").asBoolean()).isTrue();
        assertThat(clerk.post("/api/v1/shifts/" + shift + "/signature", Map.of())
                        .code())
                .isEqualTo("shipment.second-person");
        assertThat(head.post("/api/v1/shifts/" + shift + "/signature", Map.of())
                        .body()
                        .path("waitsForSecond")
                        .asBoolean())
                .isFalse();

        remitted(onTheRoad, atCounter);
    }

    private void remitted(Sold one, Sold other) {
        awaitDelivered(one);
        awaitDelivered(other);
        var keeper = staff.worksFor("PLATFORM", "*", false, "PLATFORM_MONEY");
        var list = Map.of(
                "id",
                UUID.randomUUID(),
                "carrier",
                "vnpost",
                "bankRef",
                "FT" + UUID.randomUUID(),
                "lines",
                List.of(
                        Map.of("number", one.number(), "amount", one.cash()),
                        Map.of("number", other.number(), "amount", other.cash() - 1_000),
                        Map.of("number", "HA000000005VN", "amount", 7_000)));

        var first = keeper.post("/api/v1/remittances", list);
        var again = keeper.post("/api/v1/remittances", list);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var underAnotherId = new HashMap<String, Object>(list);
        underAnotherId.put("id", UUID.randomUUID());
        assertThat(keeper.post("/api/v1/remittances", underAnotherId).body()).isEqualTo(first.body());
        underAnotherId.put("lines", List.of(Map.of("number", one.number(), "amount", 1)));
        assertThat(keeper.post("/api/v1/remittances", underAnotherId).code()).isEqualTo("shipment.remittance-known");
        assertThat(first.body().path("matched").asLong()).isEqualTo(one.cash());
        assertThat(first.text("/lines/1/outcome")).isEqualTo("DIFFERS");
        assertThat(first.text("/lines/2/outcome")).isEqualTo("UNKNOWN");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(staff.count("select count(*) from payment.carrier_remittances where matched = "
                                        + one.cash() + " and unmatched = " + (other.cash() + 6_000)))
                                .isPositive());
        assertThat(keeper.get("/api/v1/cash-outstanding").body().size()).isPositive();
        assertBooksAgree();
    }

    private void awaitDelivered(Sold sold) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                staff.count("select count(*) from orders.orders where status = 'DELIVERED' and code = '"
                                        + sold.order() + "'"))
                        .isEqualTo(1));
    }

    @Test
    void cashForAPurchaseLiesInTheTillAndIsRemittedByItsCode() {
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        clerk.post(OFFICE + "/shifts", Map.of("id", UUID.randomUUID(), "opening", 100_000));
        var offer = shelf.offer(shelf.shop(), 5);
        var placed = Buyer.guest().buy(offer.variants().getFirst(), 1, "CASH_AT_POST_OFFICE");
        long due = placed.body().path("total").asLong();
        var taken = clerk.post(OFFICE + "/counter-payments", Map.of("purchase", placed.text("/code"), "amount", due));
        assertThat(taken.status()).isEqualTo(201);

        var mine = clerk.get(OFFICE + "/shifts")
                .body()
                .path("shifts")
                .valueStream()
                .filter(shift -> shift.path("mine").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("expected").asLong()).isEqualTo(100_000 + due);

        var keeper = staff.worksFor("PLATFORM", "*", false, "PLATFORM_MONEY");
        var handedOver = keeper.post(
                "/api/v1/remittances",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "carrier",
                        "vnpost",
                        "bankRef",
                        "FT" + UUID.randomUUID(),
                        "lines",
                        List.of(Map.of("number", placed.text("/code"), "amount", due))));
        assertThat(handedOver.text("/lines/0/outcome")).isEqualTo("MATCHED");
        assertBooksAgree();
    }

    @Test
    void whatACourierLacksIsDecidedByTheHead() {
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_MONEY", "POST_PARCELS");
        var head = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var courier = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_DELIVERY");
        var sold = accepted(clerk);
        scan(courier, OFFICE + "/run/scans", sold.number(), "OUT_FOR_DELIVERY");
        scan(courier, OFFICE + "/run/scans", sold.number(), "DELIVERED");
        var me = courier.get("/api/v1/me").text("/id");
        clerk.post(OFFICE + "/shifts", Map.of("id", UUID.randomUUID(), "opening", 0));
        head.post(OFFICE + "/shifts", Map.of("id", UUID.randomUUID(), "opening", 0));

        assertThat(clerk.post(OFFICE + "/hand-ins", counted(UUID.randomUUID(), me, sold.cash() - 500))
                        .code())
                .isEqualTo("shipment.cash-differs");
        assertThat(head.post(
                                OFFICE + "/hand-ins",
                                Map.of(
                                        "id",
                                        UUID.randomUUID(),
                                        "courier",
                                        me,
                                        "counted",
                                        sold.cash() - 500,
                                        "note",
                                        "Trừ vào lương"))
                        .body()
                        .path("expected")
                        .asLong())
                .isEqualTo(sold.cash() - 500);
        assertThat(head.get(OFFICE + "/shifts").body().path("couriers").toString())
                .doesNotContain(me);
    }
}
