package vn.ocop.marketplace.shipment.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingNumberTest {

    @ParameterizedTest
    @CsvSource({"47312482, 9", "20000001, 0", "12345678, 5"})
    void hasTheCheckDigitOfTheUniversalPostalUnion(String digits, int check) {
        assertThat(TrackingNumber.checkDigit(digits)).isEqualTo(check);
    }

    @Test
    void isPaddedToEightDigits() {
        assertThat(TrackingNumber.of(1).text()).isEqualTo("HA000000014VN");
    }

    @Test
    void refusesSerialsThatDoNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> TrackingNumber.of(100_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> TrackingNumber.of(-1));
    }
}
