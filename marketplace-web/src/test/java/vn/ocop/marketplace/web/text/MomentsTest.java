package vn.ocop.marketplace.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private final Texts texts = new Texts();

    @ParameterizedTest
    @CsvSource({
        "PT3H20M, còn 3 giờ 20 phút",
        "PT2H, còn 2 giờ",
        "PT59M30S, còn 59 phút",
        "PT20S, còn 1 phút",
        "P2DT5H, còn 2 ngày 5 giờ",
        "P1D, còn 1 ngày",
        "PT0S, đã hết hạn",
        "-PT1H, đã hết hạn"
    })
    void saysHowLongIsLeft(Duration left, String words) {
        assertThat(Moments.remaining(texts, Language.VI, left)).isEqualTo(words);
    }

    @Test
    void writesDatesInVietnamTime() {
        var lateInUtc = Instant.parse("2026-09-30T17:30:00Z");

        assertThat(Moments.date(lateInUtc)).isEqualTo("01/10/2026");
        assertThat(Moments.dateTime(lateInUtc)).isEqualTo("00:30 01/10/2026");
        assertThat(Moments.date(LocalDate.of(2026, 1, 5))).isEqualTo("05/01/2026");
    }
}
