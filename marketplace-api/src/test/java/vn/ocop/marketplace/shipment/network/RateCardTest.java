package vn.ocop.marketplace.shipment.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;

class RateCardTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final RateCard CARD = new RateCard(
            "vnpost",
            "standard",
            Nearness.FAR,
            500,
            Vnd.of(29_000),
            500,
            Vnd.of(8_500),
            3,
            5,
            FROM,
            LocalDate.of(2027, 1, 1));

    private static final DeliveryWay SERVICE = new DeliveryWay(
            "vnpost",
            "standard",
            new LocalizedText("Giao tiêu chuẩn", "Standard delivery"),
            LocalTime.of(16, 0),
            6_000,
            30_000,
            false,
            new DeliveryWay.Surcharges(2_000, 1_000, Vnd.of(3_000_000), 50, Vnd.of(5_000), 80));

    private static ParcelSize parcel(int grams, int volume, long goods) {
        return new ParcelSize(grams, volume, Vnd.of(goods));
    }

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

    @ParameterizedTest
    @CsvSource({"400, 0, 400", "400, 2400, 400", "400, 2401, 401", "400, 12000, 2000", "3000, 12000, 3000"})
    void whatIsLargeCountsAsHeavy(int grams, int volume, int charged) {
        assertThat(SERVICE.chargedGrams(grams, volume)).isEqualTo(charged);
    }

    @Test
    void addsWhatTheWayAndTheGoodsCost() {
        assertThat(SERVICE.fee(CARD, parcel(500, 0, 100_000), false)).isEqualTo(Vnd.of(29_000 + 2_900));
        assertThat(SERVICE.fee(CARD, parcel(500, 0, 100_000), true)).isEqualTo(Vnd.of(29_000 + 2_900 + 5_800));
        assertThat(SERVICE.fee(CARD, parcel(500, 0, 3_000_000), false)).isEqualTo(Vnd.of(29_000 + 2_900));
        assertThat(SERVICE.fee(CARD, parcel(500, 0, 4_000_000), false)).isEqualTo(Vnd.of(29_000 + 2_900 + 20_000));
    }

    @Test
    void takingCashCostsOnlyWhereThereIsSome() {
        assertThat(SERVICE.cashFee(Vnd.ZERO)).isEqualTo(Vnd.ZERO);
        assertThat(SERVICE.cashFee(Vnd.of(1_000_000))).isEqualTo(Vnd.of(13_000));
    }

    /** 20 November 2026 is a Friday; times are Vietnamese. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 1, 2026-11-21",
        "2026-11-20T09:00:01Z, 1, 2026-11-23",
        "2026-11-20T02:00:00Z, 2, 2026-11-23",
        "2026-11-22T02:00:00Z, 0, 2026-11-23",
        "2026-11-22T02:00:00Z, 1, 2026-11-24"
    })
    void promisesADayThatCanBeKept(Instant handedIn, int days, LocalDate by) {
        assertThat(SERVICE.promise(handedIn, days)).isEqualTo(by);
    }
}
