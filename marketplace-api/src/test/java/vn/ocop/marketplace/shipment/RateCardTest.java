package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;

class RateCardTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final RateCard CARD =
            new RateCard(Nearness.FAR, 500, Vnd.of(29_000), 500, Vnd.of(8_500), 3, 5, FROM, LocalDate.of(2027, 1, 1));

    @ParameterizedTest
    @CsvSource({"1, 29000", "500, 29000", "501, 37500", "1000, 37500", "1001, 46000", "5100, 114000"})
    void chargesEveryStartedStep(int grams, long dong) {
        assertThat(CARD.fee(grams)).isEqualTo(Vnd.of(dong));
    }

    @Test
    void countsFromItsFirstDayToTheDayBeforeItsEnd() {
        assertThat(CARD.inForce(FROM)).isTrue();
        assertThat(CARD.inForce(FROM.minusDays(1))).isFalse();
        assertThat(CARD.inForce(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(CARD.inForce(LocalDate.of(2027, 1, 1))).isFalse();
    }
}
