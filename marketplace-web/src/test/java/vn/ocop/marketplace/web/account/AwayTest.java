package vn.ocop.marketplace.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwayTest {

    @Test
    void comesBackAsItWent() {
        var away = new Away("a-b_c", "/nguoi-ban/ho-so?gian-hang=1");

        assertThat(away.text()).matches("[A-Za-z0-9._-]+");
        assertThat(Away.of(away.text())).isEqualTo(away);
        assertThat(away.was("a-b_c")).isTrue();
        assertThat(away.was("another")).isFalse();
        assertThat(Away.of(new Away("state", "").text())).isEqualTo(new Away("state", ""));
    }

    @Test
    void leadsToNoOtherSite() {
        var elsewhere = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("//elsewhere.example".getBytes(StandardCharsets.UTF_8));

        assertThat(Away.of("state." + elsewhere)).isEqualTo(new Away("state", ""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "state", ".", ".L2E"})
    void letsNobodyInWithACookieThatIsNone(String cookie) {
        assertThat(Away.of(cookie).was("")).isFalse();
        assertThat(Away.of(cookie).was("state")).isFalse();
    }

    @Test
    void forgetsAPathThatIsNone() {
        assertThat(Away.of("state.***")).isEqualTo(new Away("state", ""));
    }
}
