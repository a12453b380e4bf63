package vn.ocop.marketplace.hotreads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferredLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|vi",
                "vi|vi",
                "en|en",
                "en-US,en;q=0.9|en",
                "vi-VN,vi;q=0.9,en;q=0.8|vi",
                "fr;q=1, en;q=0.5|en",
                "fr|vi",
                "*|vi",
                ";;;q=|vi",
                "en;q=0.1, vi|vi"
            })
    void reducesWhatBrowsersSendToWhatIsSpoken(String acceptLanguage, String expected) {
        assertThat(new PreferredLanguage("vi", "en").of(acceptLanguage)).isEqualTo(expected);
    }
}
