package vn.ocop.marketplace.setclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetClockTest {

    private static final Instant EVE = Instant.parse("2026-09-30T16:59:50Z");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("now");
    }

    @Test
    void isTheMachinesWhereNobodySetIt() {
        assertThat(SetClock.of("")).isEqualTo(Clock.systemUTC());
    }

    @Test
    void standsAtItsMomentAndRunsOnceItIsLet() throws IOException {
        Files.writeString(file(), EVE.toString());
        var clock = SetClock.of(file().toString()).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

        assertThat(clock.instant()).isEqualTo(EVE);
        assertThat(clock.instant()).isEqualTo(EVE);

        Files.writeString(file(), Duration.ofDays(-3).toString());

        var threeDaysAgo = Instant.now().minus(Duration.ofDays(3));
        assertThat(clock.instant()).isBetween(threeDaysAgo, threeDaysAgo.plusSeconds(60));
        Files.delete(file());
        assertThat(clock.instant()).isBetween(threeDaysAgo, threeDaysAgo.plusSeconds(60));
    }

    @Test
    void doesNotGuessWithoutItsFile() {
        var clock = SetClock.of(file().toString());

        assertThatThrownBy(clock::instant).isInstanceOf(UncheckedIOException.class);
    }
}
