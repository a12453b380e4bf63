package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is promised holds until it cannot be kept; then the truth. */
class DeliveryEstimateTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private static Journey at(ParcelStatus... steps) {
        var scans = new ArrayList<Scan>();
        for (var step : steps) {
            scans.add(new Scan(
                    UUID.randomUUID(),
                    step,
                    Instant.EPOCH.plusSeconds(scans.size()),
                    Scan.Source.DESK,
                    "19429",
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return Journey.of(scans);
    }

    @Test
    void whatWasPromisedHolds() {
        assertThat(DeliveryEstimate.of(at(ParcelStatus.ACCEPTED), MONDAY.plusDays(3), MONDAY))
                .contains(new DeliveryEstimate(MONDAY.plusDays(3), false));
        assertThat(DeliveryEstimate.of(at(ParcelStatus.ACCEPTED, ParcelStatus.OUT_FOR_DELIVERY), MONDAY, MONDAY))
                .contains(new DeliveryEstimate(MONDAY, false));
    }

    @Test
    void lateIsSaidAsSoonAsItIsKnown() {
        assertThat(DeliveryEstimate.of(at(), MONDAY, MONDAY)).contains(new DeliveryEstimate(MONDAY.plusDays(2), true));
        assertThat(DeliveryEstimate.of(at(ParcelStatus.ACCEPTED), MONDAY.minusDays(4), MONDAY))
                .contains(new DeliveryEstimate(MONDAY.plusDays(1), true));
        var failed = at(ParcelStatus.ACCEPTED, ParcelStatus.OUT_FOR_DELIVERY, ParcelStatus.FAILED);
        assertThat(DeliveryEstimate.of(failed, MONDAY, MONDAY))
                .contains(new DeliveryEstimate(MONDAY.plusDays(1), true));
    }

    @Test
    void nothingComesOnASunday() {
        var saturday = MONDAY.plusDays(5);
        assertThat(DeliveryEstimate.of(at(ParcelStatus.ACCEPTED), saturday, saturday))
                .contains(new DeliveryEstimate(saturday.plusDays(2), true));
    }

    @Test
    void whatIsOverOrComesBackIsNotExpected() {
        assertThat(DeliveryEstimate.of(at(ParcelStatus.ACCEPTED, ParcelStatus.DELIVERED), MONDAY, MONDAY))
                .isEmpty();
        assertThat(DeliveryEstimate.of(at(ParcelStatus.ACCEPTED, ParcelStatus.RETURNING), MONDAY, MONDAY))
                .isEmpty();
        assertThat(DeliveryEstimate.of(at(), null, MONDAY)).isEmpty();
    }
}
