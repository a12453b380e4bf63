package vn.ocop.marketplace.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/12/2026",
                "01/12/2026",
                "01-12-2026",
                "1.12.2026",
                "2026-12-01",
                "2026-12-01T00:00",
                "46357",
                "46357.0",
                "46357.75",
                "1/12/2026 18:00"
            })
    void readsDaysHoweverTheyAreTyped(String typed) {
        assertThat(SheetDates.day(typed)).isEqualTo(LocalDate.parse("2026-12-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "1/12/2026,2026-12-01T00:00",
        "1/12/2026 8:05,2026-12-01T08:05",
        "01-12-2026 08:05:30,2026-12-01T08:05:30",
        "46357.5,2026-12-01T12:00"
    })
    void readsMoments(String typed, LocalDateTime moment) {
        assertThat(SheetDates.moment(typed)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/2/2026", "12/2026", "2026", "1/13/2026", "hôm qua", "2026-02-30", "-46357"})
    void refusesWhatIsNoDay(String typed) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> SheetDates.day(typed));
    }
}
