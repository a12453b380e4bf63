package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

class ParcelStatusTest {

    private static Parcel parcelIn(ParcelStatus status) {
        return new Parcel(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "QT-261122-7F3K9M-1",
                UUID.randomUUID(),
                "19429",
                null,
                status,
                new ParcelRequest.Recipient("Trần Thị Mai", "+84900000001", "12 Lê Duẩn", "19333"),
                560,
                Vnd.of(201_500),
                Instant.EPOCH,
                List.of());
    }

    @Test
    void getsItsNumberWhenThePostTakesIt() {
        var accepted = parcelIn(ParcelStatus.TO_COLLECT).accept(TrackingNumber.of(7));

        assertThat(accepted.status()).isEqualTo(ParcelStatus.ACCEPTED);
        assertThat(accepted.trackingNumber()).startsWith("HA00000007").endsWith("VN");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TO_COLLECT")
    void isTakenOnlyOnce(ParcelStatus status) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parcelIn(status).accept(TrackingNumber.of(7)))
                .returns(ShipmentProblem.ILLEGAL_TRANSITION, ProblemException::problem);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    void isHandedOverOnlyAfterThePostTookIt(ParcelStatus status) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parcelIn(status).deliver())
                .returns(ShipmentProblem.ILLEGAL_TRANSITION, ProblemException::problem);
    }

    @Test
    void keepsThePersonOutOfPrint() {
        assertThat(parcelIn(ParcelStatus.TO_COLLECT).toString()).doesNotContain("Mai", "+84900000001", "Lê Duẩn");
    }
}
