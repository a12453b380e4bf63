package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkPressureTest {

    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final BulkPressure start = BulkPressure.upTo(400);

    @Test
    void asksForAllAtFirstAndWithoutAPause() {
        assertThat(start.size()).isEqualTo(400);
        assertThat(start.pause()).isZero();
    }

    @Test
    void halvesAndWaitsLongerWithEveryRefusal() {
        var once = start.refused();
        var twice = once.refused();

        assertThat(once.size()).isEqualTo(200);
        assertThat(twice.size()).isEqualTo(100);
        assertThat(once.pause()).isPositive();
        assertThat(twice.pause()).isEqualTo(once.pause().multipliedBy(2));
    }

    @Test
    void neverStopsAskingAndNeverWaitsForMinutes() {
        var pressure = start;
        for (int i = 0; i < 50; i++) {
            pressure = pressure.refused();
        }

        assertThat(pressure.size()).isEqualTo(16);
        assertThat(pressure.pause()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void asksForLessOfASlowEngine() {
        assertThat(start.answered(400, SLOW).size()).isEqualTo(300);
    }

    @Test
    void growsBackByQuickFullBulksOnly() {
        var small = start.refused().refused();

        assertThat(small.answered(20, QUICK).size()).isEqualTo(100);
        assertThat(small.answered(100, QUICK).size()).isEqualTo(140);
        assertThat(small.answered(100, Duration.ofSeconds(1)).size()).isEqualTo(100);
        assertThat(start.answered(400, QUICK).size()).isEqualTo(400);
    }

    @Test
    void anAnswerEndsThePauses() {
        assertThat(start.refused().refused().answered(10, QUICK).pause()).isZero();
    }

    @Test
    void aSmallLimitIsNeverExceeded() {
        assertThat(BulkPressure.upTo(5).refused().size()).isLessThanOrEqualTo(5);
        assertThat(BulkPressure.upTo(5).refused().answered(5, QUICK).size()).isLessThanOrEqualTo(5);
    }
}
