package vn.ocop.marketplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
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

    @Test
    void isAPlainNumberInJson() {
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(Vnd.of(185_000))).isEqualTo("185000");
        assertThat(json.readValue("185000", Vnd.class)).isEqualTo(Vnd.of(185_000));
    }
}
