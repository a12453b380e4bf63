package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.shipment.ParcelStatus.ACCEPTED;
import static vn.ocop.marketplace.shipment.ParcelStatus.AT_DELIVERY_OFFICE;
import static vn.ocop.marketplace.shipment.ParcelStatus.CANCELLED;
import static vn.ocop.marketplace.shipment.ParcelStatus.COLLECTED;
import static vn.ocop.marketplace.shipment.ParcelStatus.DELIVERED;
import static vn.ocop.marketplace.shipment.ParcelStatus.FAILED;
import static vn.ocop.marketplace.shipment.ParcelStatus.IN_TRANSIT;
import static vn.ocop.marketplace.shipment.ParcelStatus.OUT_FOR_DELIVERY;
import static vn.ocop.marketplace.shipment.ParcelStatus.RETURNED;
import static vn.ocop.marketplace.shipment.ParcelStatus.RETURNING;
import static vn.ocop.marketplace.shipment.ParcelStatus.TO_COLLECT;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParcelStatusTest {

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "RETURNED", "LOST", "DAMAGED", "CANCELLED"})
    void endsThere(ParcelStatus end) {
        assertThat(end.next()).isEmpty();
        assertThat(end.last()).isTrue();
    }

    @Test
    void isCalledOffOnlyBeforeThePostHasIt() {
        assertThat(before(CANCELLED)).containsExactly(TO_COLLECT);
    }

    @Test
    void isHandedOverOnlyByWhoHasIt() {
        assertThat(before(DELIVERED)).containsExactly(ACCEPTED, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY, FAILED);
        assertThat(before(RETURNED)).containsExactly(RETURNING);
    }

    @Test
    void goesBackOnlyFromWhereItIsHeld() {
        assertThat(before(RETURNING)).containsExactly(ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE, FAILED, RETURNING);
    }

    @Test
    void canBeLostFromTheMomentThePostHasIt() {
        assertThat(before(ParcelStatus.LOST))
                .containsExactly(
                        COLLECTED, ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY, FAILED, RETURNING);
    }

    private static Stream<ParcelStatus> before(ParcelStatus step) {
        return Stream.of(ParcelStatus.values()).filter(status -> status.next().contains(step));
    }
}
