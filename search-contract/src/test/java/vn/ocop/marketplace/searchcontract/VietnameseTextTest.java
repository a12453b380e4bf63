package vn.ocop.marketplace.searchcontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {

    private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợ"
            + "ùúủũụừứửữựỳýỷỹỵAĂÂĐÊÔƠƯẤỆỮ0123456789 -'’\u00a0";

    @ParameterizedTest
    @CsvSource({
        "Cà phê Khe Sanh, ca phe khe sanh",
        "ĐŨA GỖ, dua go",
        "Mỳ Chũ, mi chu",
        "mì Chũ, mi chu",
        "Mỹ Thủy, mi thuy",
        "Huỳnh, huynh",
        "Yên Bái, yen bai",
        "M'Drắk, m drak",
        "Thâm Khê - Hải Khê, tham khe hai khe",
        "Gạo ST25, gao st 25",
        "Chai 500ml, chai 500 ml",
    })
    void foldsMarksAndSpellingsAway(String text, String folded) {
        assertThat(VietnameseText.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "hoà, hòa",
        "Thuỷ, thủy",
        "khoẻ, khỏe",
        "goá, góa",
        "quý, quý",
        "quỳ, quỳ",
        "Huỳnh, huỳnh",
        "hoàn, hoàn",
        "toàn, toàn",
        "thuyền, thuyền",
        "MỸ THUỶ, mỹ thủy"
    })
    void placesTheToneTheOldWay(String text, String exact) {
        assertThat(VietnameseText.exact(text)).isEqualTo(exact);
    }

    @Test
    void readsDecomposedTextAsComposed() {
        String decomposed = Normalizer.normalize("nước mắm", Normalizer.Form.NFD);

        assertThat(decomposed).hasSize(13);
        assertThat(VietnameseText.exact(decomposed)).isEqualTo("nước mắm").hasSize(8);
    }

    @Test
    void keepsTheLetterYInAddresses() {
        assertThat(VietnameseText.slug("Nước mắm Mỹ Thuỷ (chai 500 ml)")).isEqualTo("nuoc-mam-my-thuy-chai-500-ml");
        assertThat(VietnameseText.slug("Gạo ST25")).isEqualTo("gao-st25");
        assertThat(VietnameseText.slug("…")).isEmpty();
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll("vietnamese") String text) {
        String folded = VietnameseText.fold(text);

        assertThat(VietnameseText.fold(folded)).isEqualTo(folded);
        assertThat(VietnameseText.isUnmarked(folded)).isTrue();
    }

    @Property
    void anyTextFoldsToAFixedPoint(@ForAll String text) {
        String folded = VietnameseText.fold(text);

        assertThat(VietnameseText.fold(folded)).isEqualTo(folded);
    }

    @Property
    void compositionDoesNotMatter(@ForAll("vietnamese") String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

        assertThat(VietnameseText.fold(decomposed)).isEqualTo(VietnameseText.fold(text));
        assertThat(VietnameseText.exact(decomposed)).isEqualTo(VietnameseText.exact(text));
    }

    @Property
    void exactFormFoldsLikeTheTextItself(@ForAll("vietnamese") String text) {
        assertThat(VietnameseText.fold(VietnameseText.exact(text))).isEqualTo(VietnameseText.fold(text));
    }

    @Property
    void tonePlacementDoesNotMatter(@ForAll("onset") String onset, @ForAll("tonedPair") String[] pair) {
        assertThat(VietnameseText.exact(onset + pair[0])).isEqualTo(VietnameseText.exact(onset + pair[1]));
        assertThat(VietnameseText.fold(onset + pair[0])).isEqualTo(VietnameseText.fold(onset + pair[1]));
    }

    @Provide
    Arbitrary<String> vietnamese() {
        return Arbitraries.strings().withChars(LETTERS.toCharArray()).ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> onset() {
        return Arbitraries.of("", "h", "th", "kh", "l", "x", "đ", "ng", "ch");
    }

    @Provide
    Arbitrary<String[]> tonedPair() {
        return Arbitraries.of(
                new String[] {"oà", "òa"},
                new String[] {"oá", "óa"},
                new String[] {"oả", "ỏa"},
                new String[] {"oẽ", "õe"},
                new String[] {"oẹ", "ọe"},
                new String[] {"uỳ", "ùy"},
                new String[] {"uý", "úy"},
                new String[] {"uỷ", "ủy"},
                new String[] {"uỵ", "ụy"});
    }
}
