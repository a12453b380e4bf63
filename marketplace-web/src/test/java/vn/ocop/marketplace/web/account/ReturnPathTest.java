package vn.ocop.marketplace.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/gio-hang", "/nguoi-ban?gian-hang=a-1&trang-thai=TO_CONFIRM", "/tim?q=c%C3%A0"})
    void keepsPathsOfThisSite(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/en//evil.example",
                "javascript:alert(1)",
                "gio-hang",
                "/gio-hang\r\nSet-Cookie: a=b",
                "/@evil.example:80",
                ""
            })
    void refusesEverythingElse(String path) {
        assertThat(ReturnPath.of(path)).isEmpty();
    }

    @Test
    void takesTheLanguageOff() {
        assertThat(ReturnPath.of("/en/gio-hang")).isEqualTo("/gio-hang");
        assertThat(ReturnPath.of("/en")).isEqualTo("/");
        assertThat(ReturnPath.of(null)).isEmpty();
    }
}
