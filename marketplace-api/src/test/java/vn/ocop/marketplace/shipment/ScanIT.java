package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.AtOnce;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.listing.Shelf;

/** Scans of desks and phones over HTTP, and what they do to orders, stock and money. */
class ScanIT extends Trading {

    private static final String SCANS = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/scans";
    private static final String ON_THE_ROAD = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/run/scans";

    ApiClient clerk;

    @BeforeEach
    void people() {
        clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
    }

    private record Posted(Buyer buyer, String group, Shelf.Offer offer) {

        String order() {
            return group + "-1";
        }

        void awaitStatus(String status) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(buyer.api()
                                    .get("/api/v1/order-groups/" + group)
                                    .text("/orders/0/status"))
                            .isEqualTo(status));
        }
    }

    private Posted confirmed(String method) throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 2, method).text("/code");
        if (method.equals("CARD")) {
            SandboxPage.pay(buyer, code);
        }
        var posted = new Posted(buyer, code, offer);
        posted.awaitStatus("TO_CONFIRM");
        staff.worksFor("SHOP", offer.shop().toString()).post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        return posted;
    }

    private static Map<String, Object> scan(Posted posted, String step, Instant at) {
        return scan(posted.order(), step, at);
    }

    private static Map<String, Object> scan(String number, String step, Instant at) {
        var scan = new HashMap<String, Object>();
        scan.put("id", UUID.randomUUID());
        scan.put("number", number);
        scan.put("step", step);
        scan.put("at", at);
        if (step.equals("FAILED")) {
            scan.put("reason", "REFUSED");
        }
        return scan;
    }

    private static Map<String, Object> offline(Map<String, Object> scan) {
        scan.put("offline", true);
        return scan;
    }

    private static ApiClient.Answer send(ApiClient who, String to, List<Map<String, Object>> scans) {
        return who.post(to, Map.of("sentAt", Instant.now(), "scans", scans));
    }

    private ApiClient.Answer now(Posted posted, String step) {
        return send(clerk, SCANS, List.of(scan(posted, step, Instant.now())));
    }

    @Test
    void aStepThatDoesNotFollowIsRefusedAtTheDesk() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");

        var refused = now(posted, "DELIVERED");

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text("/receipts/0/outcome")).isEqualTo("REFUSED");
        assertThat(refused.text("/receipts/0/code")).isEqualTo("shipment.illegal-transition");
        assertThat(now(posted, "ACCEPTED").text("/receipts/0/parcel/status")).isEqualTo("ACCEPTED");
    }

    @Test
    void scansFromAPhoneArriveInAnyOrderAndAgain() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");
        var start = Instant.now().minusSeconds(600);
        var scans = List.of(
                offline(scan(posted, "ACCEPTED", start)),
                offline(scan(posted, "OUT_FOR_DELIVERY", start.plusSeconds(60))),
                offline(scan(posted, "DELIVERED", start.plusSeconds(120))));

        var early = send(clerk, SCANS, List.of(scans.getLast()));
        assertThat(early.text("/receipts/0/outcome")).isEqualTo("KEPT");
        assertThat(early.text("/receipts/0/parcel/status")).isEqualTo("TO_COLLECT");
        var backwards = new ArrayList<>(scans).reversed();
        for (int time = 0; time < 5; time++) {
            send(clerk, SCANS, backwards);
        }

        var seen = send(clerk, SCANS, List.of(scans.getFirst()));
        assertThat(seen.text("/receipts/0/outcome")).isEqualTo("DONE");
        assertThat(seen.text("/receipts/0/parcel/status")).isEqualTo("DELIVERED");
        assertThat(seen.body().at("/receipts/0/parcel/timeline").size()).isEqualTo(4);
        posted.awaitStatus("DELIVERED");
        assertThat(staff.count(
                        "select count(*) from shipment.parcel_events e join shipment.parcels p on p.id = e.parcel_id"
                                + " where p.order_code = '" + posted.order() + "'"))
                .isEqualTo(4);
        assertBooksAgree();
    }

    /** Two phones and a desk at once: the lock makes one line of them. */
    @Test
    void theSameScansAtOnceAreOneSetOfScans() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");
        var start = Instant.now().minusSeconds(600);
        var scans = List.of(
                offline(scan(posted, "ACCEPTED", start)),
                offline(scan(posted, "OUT_FOR_DELIVERY", start.plusSeconds(60))),
                offline(scan(posted, "DELIVERED", start.plusSeconds(120))));
        AtOnce.times(8, i -> {
            var order = new ArrayList<>(scans);
            Collections.shuffle(order, new Random(i));
            return send(clerk, SCANS, order);
        });

        posted.awaitStatus("DELIVERED");
        assertThat(staff.count(
                        "select count(*) from payment.payment_events e join payment.payments p on p.id = e.payment_id"
                                + " where p.payable_code = '" + posted.group() + "' and e.type = 'CAPTURED'"))
                .isEqualTo(1);
        assertBooksAgree();
    }

    @Test
    void refusedAtTheDoorItGoesBackWithStockAndNoMoney() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");
        assertThat(shelf.stock(posted.offer().variants().getFirst())).isEqualTo(3);
        for (var step : List.of("ACCEPTED", "OUT_FOR_DELIVERY", "FAILED", "RETURNING", "RETURNED")) {
            assertThat(now(posted, step).text("/receipts/0/outcome")).as(step).isEqualTo("DONE");
        }

        posted.awaitStatus("SENT_BACK");
        assertThat(shelf.stock(posted.offer().variants().getFirst())).isEqualTo(5);
        assertThat(posted.buyer()
                        .api()
                        .get("/api/v1/order-groups/" + posted.group())
                        .text("/payment/status"))
                .isEqualTo("CANCELLED");
        assertBooksAgree();
    }

    @Test
    void whatWasPaidGoesBackWithTheParcel() throws Exception {
        var posted = confirmed("CARD");
        for (var step : List.of("ACCEPTED", "RETURNING", "RETURNED")) {
            now(posted, step);
        }

        posted.awaitStatus("SENT_BACK");
        assertThat(shelf.stock(posted.offer().variants().getFirst())).isEqualTo(5);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(posted.buyer()
                                .api()
                                .get("/api/v1/order-groups/" + posted.group())
                                .text("/payment/status"))
                        .isEqualTo("REFUNDED"));
        assertBooksAgree();
    }

    @Test
    void forWhatIsLostTheCarrierAnswers() throws Exception {
        var paid = confirmed("CARD");
        var unpaid = confirmed("CASH_ON_DELIVERY");
        for (var posted : List.of(paid, unpaid)) {
            now(posted, "ACCEPTED");
            now(posted, "LOST");
            posted.awaitStatus("LOST");
            assertThat(shelf.stock(posted.offer().variants().getFirst())).isEqualTo(3);
        }
        assertThat(staff.count("select count(*) from ledger.transactions where kind = 'CLAIM'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(staff.count("select sum(amount) from payout.earnings where cause = 'COMPENSATION' and shop_id = '"
                        + unpaid.offer().shop() + "'"))
                .isEqualTo(190_000);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(staff.count(
                                "select coalesce(sum(amount), 0)::bigint from payout.earnings where cause = 'SALE' and shop_id = '"
                                        + paid.offer().shop() + "'"))
                        .isPositive());
        assertBooksAgree();
    }

    @Test
    void aLossIsForTheHeadOfTheOffice() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");
        now(posted, "ACCEPTED");
        var plain = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_PARCELS");

        var refused = send(plain, SCANS, List.of(scan(posted, "LOST", Instant.now())));

        assertThat(refused.text("/receipts/0/outcome")).isEqualTo("REFUSED");
    }

    @Test
    void aMistakeIsUndoneWhileItIsFresh() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");
        now(posted, "ACCEPTED");
        var wrong = scan(posted, "OUT_FOR_DELIVERY", Instant.now());
        send(clerk, SCANS, List.of(wrong));
        var undo = scan(posted, "OUT_FOR_DELIVERY", Instant.now());
        undo.put("voids", wrong.get("id"));
        var stranger = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_PARCELS");

        var notTheirs = send(stranger, SCANS, List.of(undo));
        var undone = send(clerk, SCANS, List.of(undo));

        assertThat(notTheirs.text("/receipts/0/code")).isEqualTo("shipment.cannot-undo");
        assertThat(undone.text("/receipts/0/parcel/status")).isEqualTo("ACCEPTED");
        now(posted, "DELIVERED");
        var late = scan(posted, "DELIVERED", Instant.now());
        late.put(
                "voids",
                send(clerk, SCANS, List.of(scan(posted, "DELIVERED", Instant.now())))
                        .body()
                        .at("/receipts/0/parcel/timeline")
                        .get(2)
                        .path("id")
                        .asString());
        assertThat(send(clerk, SCANS, List.of(late)).text("/receipts/0/code")).isEqualTo("shipment.cannot-undo");
    }

    @Test
    void aCourierHasToDoOnlyWithTheirOwnRun() throws Exception {
        var mine = confirmed("CASH_ON_DELIVERY");
        var other = confirmed("CASH_ON_DELIVERY");
        now(mine, "ACCEPTED");
        now(other, "ACCEPTED");
        now(other, "OUT_FOR_DELIVERY");
        var courier = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_DELIVERY");

        assertThat(send(courier, ON_THE_ROAD, List.of(scan(mine, "OUT_FOR_DELIVERY", Instant.now())))
                        .text("/receipts/0/outcome"))
                .isEqualTo("DONE");
        assertThat(send(courier, ON_THE_ROAD, List.of(scan(other, "DELIVERED", Instant.now())))
                        .text("/receipts/0/code"))
                .isEqualTo("shipment.parcel-not-found");
        var run = courier.get("/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/run");
        assertThat(run.body().size()).isEqualTo(1);
        assertThat(run.text("/0/orderCode")).isEqualTo(mine.order());
        assertThat(courier.get("/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/parcels")
                        .status())
                .isEqualTo(404);
        send(courier, ON_THE_ROAD, List.of(scan(mine, "DELIVERED", Instant.now())));
        mine.awaitStatus("DELIVERED");
    }

    @Test
    void whatAPhoneKeptAndNobodyTakesIsForTheHead() {
        var office = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE;
        var courier = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_DELIVERY");
        var head = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_SUPERVISION");
        var scan = offline(scan("HA999999999VN", "DELIVERED", Instant.now()));

        for (int time = 0; time < 2; time++) {
            assertThat(send(courier, ON_THE_ROAD, List.of(scan)).text("/receipts/0/outcome"))
                    .isEqualTo("REFUSED");
        }

        var unseen = head.get(office + "/refused-scans").body();
        assertThat(unseen.toString()).contains(String.valueOf(scan.get("id")));
        assertThat(head.post(office + "/refused-scans/" + scan.get("id") + "/seen", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(head.get(office + "/refused-scans").body().toString())
                .doesNotContain(String.valueOf(scan.get("id")));
        assertThat(clerk.get(office + "/figures").body().path("delivered").asLong())
                .isNotNegative();
    }

    @Test
    void isFoundByCodePhoneAndName() throws Exception {
        var posted = confirmed("CASH_ON_DELIVERY");
        var search = "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/parcel-searches";

        for (var typed : List.of(posted.order().toLowerCase(), "0912 345 678", "tran thi mai", "Trần Thị")) {
            assertThat(clerk.post(search, Map.of("text", typed)).body().size())
                    .as(typed)
                    .isPositive();
        }
        assertThat(clerk.post(search, Map.of("text", "không ai cả")).body().size())
                .isZero();
        assertThat(clerk.post(search, Map.of("text", "%%")).body().size()).isZero();
    }

    @Test
    void scansAreNeverChanged() throws Exception {
        confirmed("CASH_ON_DELIVERY");

        assertThatThrownBy(() -> database.sql("update shipment.parcel_events set status = 'LOST'")
                        .then()
                        .block())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("delete from shipment.parcel_events")
                        .then()
                        .block())
                .isInstanceOf(DataAccessException.class);
    }
}
