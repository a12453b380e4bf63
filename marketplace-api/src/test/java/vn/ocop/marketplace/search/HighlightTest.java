package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {

    @ParameterizedTest
    @CsvSource({
        "Cà phê Khe Sanh, khe s, Cà phê [Khe] [S]anh",
        "Cà phê Khe Sanh, ca, [Cà] phê Khe Sanh",
        "Đũa gỗ Quảng Thủy, dua, [Đũa] gỗ Quảng Thủy",
        "Mỳ Chũ, mi, [Mỳ] Chũ",
        "Gạo ST25, xyz, Gạo ST25"
    })
    void marksTheBeginningsOfWords(String text, String typed, String marked) {
        var shown = Highlight.of(text, Word.of(typed)).stream()
                .map(part -> part.match() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());

        assertThat(shown).isEqualTo(marked);
    }

    @Property
    void losesNothing(@ForAll String text, @ForAll String typed) {
        var parts = Highlight.of(text, Word.of(typed));

        assertThat(parts.stream().map(Highlight::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
