package vn.ocop.marketplace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackClockTest {

    private static final Instant EVE = Instant.parse("2026-09-30T16:59:50Z");

    @TempDir
    Path directory;

    @Test
    void isTheMachinesUnlessItIsSet() {
        var clock = new StackClock(directory, null);
        clock.run();

        assertThat(clock.isSet()).isFalse();
        assertThat(clock.file()).doesNotExist();
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void standsWhereItIsSetUntilItIsLetRun() throws IOException {
        var clock = new StackClock(directory, EVE);

        assertThat(clock.instant()).isEqualTo(EVE);
        assertThat(Files.readString(clock.file())).isEqualTo(EVE.toString());

        clock.run();

        assertThat(clock.isSet()).isTrue();
        assertThat(clock.instant()).isBetween(EVE, EVE.plusSeconds(60));
        assertThat(Instant.now().plus(Duration.parse(Files.readString(clock.file()))))
                .isBetween(EVE, EVE.plusSeconds(60));
    }

    @Test
    void isHeldAsLongAsSomebodyHoldsIt() throws IOException {
        var hold = Files.createFile(directory.resolve("hold"));
        var clock = new StackClock(directory, EVE);
        var running = Thread.ofVirtual().start(clock::run);

        assertThat(clock.instant()).isEqualTo(EVE);
        Files.delete(hold);

        await().atMost(Duration.ofSeconds(30)).until(() -> !running.isAlive());
        assertThat(clock.instant()).isAfter(EVE);
    }
}
