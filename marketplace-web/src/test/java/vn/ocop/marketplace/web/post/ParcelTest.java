package vn.ocop.marketplace.web.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.web.api.Place;

class ParcelTest {

    @ParameterizedTest
    @CsvSource({"1250, '1,25', 1.25", "280, '0,28', 0.28", "1000, 1, 1", "10000, 10, 10", "500, '0,5', 0.5"})
    void weighsAsTheReaderWrites(int grams, String vietnamese, String english) {
        var parcel = new Parcel(
                "1", "QT-1", null, Parcel.Status.TO_COLLECT, null, party(), grams, 0, null, Instant.EPOCH, null, null);

        assertThat(parcel.weight(false)).isEqualTo(vietnamese + "\u00a0kg");
        assertThat(parcel.weight(true)).isEqualTo(english + "\u00a0kg");
    }

    @Test
    void writesAnAddressAsFarAsItIsKnown() {
        assertThat(party().address()).isEqualTo("12 Lê Duẩn, xã Khe Sanh, Quảng Trị");
        assertThat(new Parcel.Party("Mai", null, null, null, null).address()).isEmpty();
    }

    @Test
    void tidiesWhatScannersAndHandsType() {
        assertThat(Ask.tidy(" ha 000 000 014 vn ")).isEqualTo("HA000000014VN");
        assertThat(Ask.tidy(null)).isEmpty();
        assertThat(Ask.of(null, "NONSENSE", null, null).status()).isEqualTo(Parcel.Status.TO_COLLECT);
    }

    private static Parcel.Party party() {
        return new Parcel.Party(
                "Mai",
                "0912345678",
                "12 Lê Duẩn",
                new Place("19429", "Khe Sanh", "xã", null),
                new Place("44", "Quảng Trị", "tỉnh", "quang-tri"));
    }
}
