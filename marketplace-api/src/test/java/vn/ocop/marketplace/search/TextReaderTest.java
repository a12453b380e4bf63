package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

    private final TextReader reader = new TextReader();

    @ParameterizedTest
    @CsvSource({
        "đặc sản quảng trị, quang tri",
        "mua cà phê, ca phe",
        "quà quảng bình, quang binh",
        "đặc sản, dac san",
        "quả bơ, qua bo",
        "gạo ST25, gao st 25",
    })
    void leavesCourtesyOut(String typed, String content) {
        assertThat(plain(reader.read(typed).words())).isEqualTo(content);
    }

    @Test
    void takesStarsOutOfTheText() {
        var text = reader.read("trà 4 sao");

        assertThat(text.stars()).containsExactly(4);
        assertThat(plain(text.words())).isEqualTo("tra");
        assertThat(reader.read("5 sao").isEmpty()).isTrue();
        assertThat(reader.read("2 sao").stars()).isEmpty();
    }

    @Test
    void knowsOtherNames() {
        var spans = reader.read("đậu phộng rang").spans();

        assertThat(spans).hasSize(2);
        assertThat(spans.getFirst().alternatives())
                .extracting(TextReaderTest::plain)
                .containsExactly("dau phong", "lac");
        assertThat(spans.getLast().alternatives()).hasSize(1);
    }

    @Test
    void takesAShortWordForASynonymOnlyWithItsMarks() {
        assertThat(reader.read("ném").spans().getFirst().alternatives()).hasSizeGreaterThan(1);
        assertThat(reader.read("nem").spans().getFirst().alternatives()).hasSize(1);
    }

    @Test
    void saysWhatItReadInLeftOverKeys() {
        assertThat(reader.read("nuwowcs mawms").corrected()).isEqualTo("nước mắm");
        assertThat(reader.read("nước mắm").corrected()).isNull();
    }

    @Test
    void readsNoMoreThanItCanSearch() {
        assertThat(reader.read("a ".repeat(90)).words()).hasSize(16);
        assertThat(reader.read("!?").isEmpty()).isTrue();
    }

    private static String plain(List<Word> words) {
        return String.join(" ", words.stream().map(Word::plain).toList());
    }
}
