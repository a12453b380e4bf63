package vn.ocop.marketplace.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void prefixesEnglishPagesOnly() {
        assertThat(Language.VI.link("/gio-hang")).isEqualTo("/gio-hang");
        assertThat(Language.EN.link("/gio-hang")).isEqualTo("/en/gio-hang");
        assertThat(Language.EN.link("https://example.org/")).isEqualTo("https://example.org/");
    }

    @Test
    void isKnownByTheContextPath() {
        assertThat(Language.ofContextPath("/en")).isEqualTo(Language.EN);
        assertThat(Language.ofContextPath("")).isEqualTo(Language.VI);
    }
}
