package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingDistanceTest {

    @ParameterizedTest
    @CsvSource({"mam, mam, 0", "mam, man, 1", "mma, mam, 1", "mam, mm, 1", "nuoc, nouc, 1", "mam, nem, 2", "a, abcd, 3"
    })
    void countsSlips(String one, String other, int slips) {
        assertThat(TypingDistance.between(one, other, 2)).isEqualTo(slips);
        assertThat(TypingDistance.between(other, one, 2)).isEqualTo(slips);
    }
}
