package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.payment.ledger.LedgerEvidence;

/** Buyers who call off what the shop has packed but the post has not collected, over HTTP. */
class CallingOffIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    List<LedgerEvidence> evidence;

    Shelf shelf;
    Staff staff;

    @BeforeEach
    void people() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        staff.openKheSanhOffice();
    }

    private record Packed(Buyer buyer, String code, Shelf.Offer offer, ApiClient seller) {

        ApiClient.Answer callOff() {
            return buyer.api().post("/api/v1/orders/" + code + "-1/cancellation", Map.of());
        }

        void awaitText(String pointer, String text) {
            await(code)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> buyer.api()
                            .get("/api/v1/order-groups/" + code)
                            .text(pointer)
                            .equals(text));
        }
    }

    private Packed packed(String method) throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 3, method).text("/code");
        var packed = new Packed(
                buyer, code, offer, staff.worksFor("SHOP", offer.shop().toString()));
        if (method.equals("CARD")) {
            SandboxPage.pay(buyer, code);
        }
        packed.awaitText("/status", "TO_CONFIRM");
        assertThat(packed.seller()
                        .post("/api/v1/orders/" + code + "-1/confirmation", Map.of())
                        .status())
                .isEqualTo(200);
        return packed;
    }

    private long stock(Packed packed) {
        return shelf.stock(packed.offer().variants().getFirst());
    }

    private long sold(Packed packed) {
        return staff.count("""
                select l.sold_count
                  from listing.listings l
                  join listing.variants v on v.listing_id = l.id
                 where v.id = '%s'
                """.formatted(packed.offer().variants().getFirst()));
    }

    @Test
    void moneyGoodsAndParcelGoBack() throws Exception {
        var packed = packed("CARD");
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var parcel = staff.parcel(clerk, packed.code() + "-1");
        assertThat(sold(packed)).isEqualTo(3);

        assertThat(packed.callOff().status()).isEqualTo(200);
        assertThat(packed.callOff().status()).isEqualTo(200);

        packed.awaitText("/payment/status", "REFUNDED");
        packed.awaitText("/status", "CANCELLED");
        assertThat(stock(packed)).isEqualTo(5);
        assertThat(sold(packed)).isZero();
        assertThat(clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of())
                        .status())
                .isEqualTo(409);
        assertAgreement();
    }

    @Test
    void whatTheShopGaveBackBeforeIsNotGivenTwice() throws Exception {
        var packed = packed("CARD");
        var onePiece = Map.of(
                "pieces", List.of(Map.of("line", 1, "quantity", 1)), "goodsTo", "SHELF", "reason", "Thiếu một gói");
        assertThat(packed.seller()
                        .post("/api/v1/orders/" + packed.code() + "-1/refunds", onePiece)
                        .status())
                .isEqualTo(201);
        assertThat(stock(packed)).isEqualTo(3);

        assertThat(packed.callOff().status()).isEqualTo(200);

        packed.awaitText("/payment/status", "REFUNDED");
        assertThat(stock(packed)).isEqualTo(5);
        assertAgreement();
    }

    @Test
    void cashIsNoLongerAskedForAtTheDoor() throws Exception {
        var packed = packed("CASH_ON_DELIVERY");
        assertThat(packed.callOff().status()).isEqualTo(200);
        packed.awaitText("/payment/status", "CANCELLED");
        assertThat(stock(packed)).isEqualTo(5);
        assertAgreement();
    }

    @Test
    void whatThePostHasCannotBeCalledOff() throws Exception {
        var packed = packed("CASH_ON_DELIVERY");
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        clerk.post("/api/v1/parcels/" + staff.parcel(clerk, packed.code() + "-1") + "/acceptance", Map.of());

        assertThat(packed.callOff().code()).isEqualTo("order.illegal-transition");

        packed.awaitText("/status", "SHIPPED");
        assertThat(stock(packed)).isEqualTo(2);
    }

    /** Whoever comes first: either it is called off and never collected, or collected and not called off. */
    @Test
    void collectingAndCallingOffAtOnceHaveOneOutcome() throws Exception {
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var outcomes = new ArrayList<Boolean>();
        for (int i = 0; i < 6; i++) {
            var packed = packed("CASH_ON_DELIVERY");
            var parcel = staff.parcel(clerk, packed.code() + "-1");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var both = threads.invokeAll(List.<Callable<Integer>>of(
                        () -> packed.callOff().status(),
                        () -> clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of())
                                .status()));
                outcomes.add((both.getFirst().get() == 200) != (both.getLast().get() == 200));
            }
        }
        assertThat(outcomes).containsOnly(true);
    }

    private void assertAgreement() {
        assertThat(Flux.fromIterable(evidence)
                        .concatMap(LedgerEvidence::compare)
                        .collectList()
                        .block())
                .allSatisfy(finding ->
                        assertThat(finding.found()).as(finding.name()).isEqualTo(finding.expected()));
    }
}
