package vn.ocop.marketplace.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VndTest {

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1000,1.000", "1250000,1.250.000", "123456789,123.456.789", "-45000,-45.000"})
    void putsDotsBetweenThousands(long amount, String text) {
        assertThat(Vnd.grouped(amount)).isEqualTo(text);
        assertThat(Vnd.format(amount)).isEqualTo(text + "\u00a0₫");
    }
}
