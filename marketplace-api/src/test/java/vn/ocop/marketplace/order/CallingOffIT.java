package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.AtOnce;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.listing.Shelf;

/** Buyers who call off what the shop has packed but the post has not collected, over HTTP. */
class CallingOffIT extends Trading {

    private record Packed(Buyer buyer, String code, Shelf.Offer offer, ApiClient seller) {

        ApiClient.Answer callOff() {
            return buyer.api().post("/api/v1/orders/" + code + "-1/cancellation", Map.of());
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
        packed.buyer().awaits(packed.code(), "/status", "TO_CONFIRM");
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

        packed.buyer().awaits(packed.code(), "/payment/status", "REFUNDED");
        packed.buyer().awaits(packed.code(), "/status", "CANCELLED");
        assertThat(stock(packed)).isEqualTo(5);
        assertThat(sold(packed)).isZero();
        assertThat(clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of())
                        .status())
                .isEqualTo(409);
        assertBooksAgree();
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

        packed.buyer().awaits(packed.code(), "/payment/status", "REFUNDED");
        assertThat(stock(packed)).isEqualTo(5);
        assertBooksAgree();
    }

    @Test
    void cashIsNoLongerAskedForAtTheDoor() throws Exception {
        var packed = packed("CASH_ON_DELIVERY");
        assertThat(packed.callOff().status()).isEqualTo(200);
        packed.buyer().awaits(packed.code(), "/payment/status", "CANCELLED");
        assertThat(stock(packed)).isEqualTo(5);
        assertBooksAgree();
    }

    @Test
    void whatThePostHasCannotBeCalledOff() throws Exception {
        var packed = packed("CASH_ON_DELIVERY");
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        clerk.post("/api/v1/parcels/" + staff.parcel(clerk, packed.code() + "-1") + "/acceptance", Map.of());

        assertThat(packed.callOff().code()).isEqualTo("order.illegal-transition");

        packed.buyer().awaits(packed.code(), "/status", "SHIPPED");
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
            var both = AtOnce.times(
                    2,
                    side -> side == 0
                            ? packed.callOff().status()
                            : clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of())
                                    .status());
            outcomes.add((both.getFirst() == 200) != (both.getLast() == 200));
        }
        assertThat(outcomes).containsOnly(true);
    }
}
