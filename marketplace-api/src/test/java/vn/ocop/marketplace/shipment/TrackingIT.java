package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;

/** Anyone with the number sees the parcel's steps and nobody's name. */
class TrackingIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Test
    void tellsTheStepsAndNothingPersonal() {
        var number = posted();

        var seen = ApiClient.stranger()
                .get("/api/v1/tracking/" + number.substring(0, 2).toLowerCase() + "%20" + number.substring(2));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("/number")).isEqualTo(number);
        assertThat(seen.text("/status")).isEqualTo("ACCEPTED");
        assertThat(seen.text("/destination/name")).isNotEmpty();
        assertThat(seen.text("/expectedOn")).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(seen.body().path("late").asBoolean()).isFalse();
        assertThat(seen.body().path("timeline").size()).isEqualTo(2);
        assertThat(seen.body().toString())
                .doesNotContain("phone")
                .doesNotContain("recipient")
                .doesNotContain("cash");
    }

    @Test
    void doesNotKnowWhatIsNotPosted() {
        var unknown = ApiClient.stranger().get("/api/v1/tracking/HA000000005VN");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/code")).isEqualTo("shipment.tracking-not-found");
    }

    private String posted() {
        var shelf = new Shelf(database);
        var staff = new Staff(database);
        staff.openKheSanhOffice();
        var offer = shelf.offer(shelf.shop(), 5);
        var code = Buyer.guest()
                .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                .text("/code");
        staff.worksFor("SHOP", offer.shop().toString()).post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var parcel = clerk.get("/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/parcels?q=" + code + "-1")
                .text("/items/0/id");
        return clerk.post("/api/v1/parcels/" + parcel + "/acceptance", Map.of()).text("/trackingNumber");
    }
}
