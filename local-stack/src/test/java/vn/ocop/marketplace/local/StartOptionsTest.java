package vn.ocop.marketplace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartOptionsTest {

    private static StartOptions parse(String... arguments) {
        return StartOptions.parse(List.of(arguments));
    }

    @Test
    void asksForNothingByDefault() {
        assertThat(parse()).isEqualTo(new StartOptions(false, false, 0, 1, null));
    }

    @Test
    void takesFlagsInAnyOrderAndForm() {
        assertThat(parse("--scale=1_000", "--fresh")).isEqualTo(new StartOptions(false, true, 1000, 1, null));
        assertThat(parse("--fresh", "--scale", "1000", "--help"))
                .isEqualTo(new StartOptions(true, true, 1000, 1, null));
    }

    @Test
    void takesOneEngineOrACluster() {
        assertThat(parse("--engines", "3").engines()).isEqualTo(3);
        assertThat(parse("--engines=1").engines()).isEqualTo(1);
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> parse("--engines", "2"));
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> parse("--engines"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T23:59:50+07:00, 2026-09-30T16:59:50Z",
        "2026-09-30T16:59:50Z, 2026-09-30T16:59:50Z",
        "2026-09-30T23:59:50, 2026-09-30T16:59:50Z",
        "2026-10-01, 2026-09-30T17:00:00Z"
    })
    void aTimeWithoutOffsetIsInVietNam(String at, Instant moment) {
        assertThat(parse("--at", at).at()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fast",
                "fresh",
                "-x",
                "--scale",
                "--scale=0",
                "--scale=many",
                "--scale=1000001",
                "--at",
                "--at=soon"
            })
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> parse(argument))
                .withMessageContaining("./start");
    }
}
