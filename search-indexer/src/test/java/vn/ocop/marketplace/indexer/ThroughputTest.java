package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final long SECOND = 1_000_000_000L;

    private final Throughput throughput = new Throughput();

    @Test
    void isTheMeanOfTheLastTenWholeSeconds() {
        for (int second = 0; second < 10; second++) {
            throughput.add(200, second * SECOND);
            throughput.add(100, second * SECOND + 1);
        }

        assertThat(throughput.perSecond(10 * SECOND)).isEqualTo(300);
    }

    @Test
    void leavesOutTheSecondThatIsNotOver() {
        throughput.add(1000, 5 * SECOND);

        assertThat(throughput.perSecond(5 * SECOND + 1)).isZero();
        assertThat(throughput.perSecond(6 * SECOND)).isEqualTo(100);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        throughput.add(1000, 5 * SECOND);

        assertThat(throughput.perSecond(15 * SECOND)).isEqualTo(100);
        assertThat(throughput.perSecond(16 * SECOND)).isZero();
        assertThat(throughput.perSecond(1_000 * SECOND)).isZero();
    }

    @Test
    void worksWhereTheClockOfNanosecondsIsNegative() {
        throughput.add(50, -20 * SECOND);

        assertThat(throughput.perSecond(-19 * SECOND)).isEqualTo(5);
    }
}
