package vn.ocop.marketplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxDelayTest {

    @Test
    void growsAndStopsGrowing() {
        assertThat(OutboxRelay.delayAfter(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(OutboxRelay.delayAfter(4)).isEqualTo(Duration.ofSeconds(4));
        assertThat(OutboxRelay.delayAfter(1_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
