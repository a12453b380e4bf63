package vn.ocop.marketplace.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {

    /** Values as the WCAG's own formula gives them. */
    @ParameterizedTest
    @CsvSource({"#000000, 21", "#FFFFFF, 1", "#777777, 4.48", "#767676, 4.54", "#0F6B3E, 6.59", "#FFD700, 1.40"})
    void measuresWithWhite(String colour, double ratio) {
        assertThat(Contrast.withWhite(colour)).isCloseTo(ratio, within(0.02));
    }
}
