package vn.ocop.marketplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void survivesTheRoundTrip() {
        var cursor = new Cursor(Instant.parse("2026-10-10T03:00:00.123456Z"), UUID.randomUUID());

        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "MS4y", "MS4yLm5vdC1hLXV1aWQ", "' or 1=1 --", "99999999999999999999"})
    void refusesWhatWasNotMadeHere(String forged) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode(forged))
                .returns(PlatformProblem.BAD_CURSOR, ProblemException::problem);
    }

    @Test
    void pagesEndWhereTheRowsDo() {
        assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), "2"));
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), null));
    }
}
