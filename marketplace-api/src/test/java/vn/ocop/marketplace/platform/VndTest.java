package vn.ocop.marketplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VndTest {

    @Test
    void addsUpToTheDong() {
        assertThat(Vnd.sum(List.of(Vnd.of(185_000), Vnd.of(65_000).times(2)))).isEqualTo(Vnd.of(315_000));
    }

    @Test
    void refusesToOverflow() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Vnd.of(Long.MAX_VALUE).plus(Vnd.of(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Vnd.of(Long.MAX_VALUE / 2).times(3));
    }

    @Property
    void sharesAddUpAndAreNeverADongFromTheirDue(
            @ForAll @LongRange(min = -9_000_000_000_000L, max = 9_000_000_000_000L) long amount,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 9_000_000_000_000L) Long> weights) {
        var shares = Vnd.of(amount).split(weights.stream().map(Vnd::of).toList());

        assertThat(Vnd.sum(shares)).isEqualTo(Vnd.of(amount));
        var whole = weights.stream().mapToDouble(Long::doubleValue).sum();
        if (whole > 0) {
            for (int i = 0; i < shares.size(); i++) {
                var due = amount * (weights.get(i) / whole);
                assertThat((double) shares.get(i).dong()).isCloseTo(due, within(1.01));
            }
        }
    }

    @Test
    void theLargestFractionsGetWhatIsLeft() {
        assertThat(Vnd.of(100).split(List.of(Vnd.of(1), Vnd.of(1), Vnd.of(1))))
                .containsExactly(Vnd.of(34), Vnd.of(33), Vnd.of(33));
        assertThat(Vnd.of(7).split(List.of(Vnd.ZERO, Vnd.ZERO))).containsExactly(Vnd.of(7), Vnd.ZERO);
    }

    @Test
    void halfADongIsRoundedUp() {
        assertThat(Vnd.of(50).basisPoints(100)).isEqualTo(Vnd.of(1));
        assertThat(Vnd.of(49).basisPoints(100)).isEqualTo(Vnd.ZERO);
    }

    @Test
    void isAPlainNumberInJson() {
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(Vnd.of(185_000))).isEqualTo("185000");
        assertThat(json.readValue("185000", Vnd.class)).isEqualTo(Vnd.of(185_000));
    }
}
