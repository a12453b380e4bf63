package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.search.UnderstoodText.Alternative;
import vn.ocop.marketplace.search.UnderstoodText.Span;
import vn.ocop.marketplace.search.UnderstoodText.Whereabouts;

class PlainTextTest {

    private static PlainText of(String typed) {
        return of(typed, Map.of());
    }

    /** Every word a part of its own. */
    private static PlainText of(String typed, Map<String, List<String>> near) {
        return of(Word.of(typed).stream().map(word -> Span.of(List.of(word))).toList(), near);
    }

    private static PlainText of(List<Span> spans, Map<String, List<String>> near) {
        var words = spans.stream().flatMap(span -> span.words().stream()).toList();
        return PlainText.of(new UnderstoodText(spans, words, List.of(), List.of(), null, null, List.of(), null), near);
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(of("mật ong rừng").all()).isEqualTo("('mat') & ('ong') & ('rung')");
    }

    @Test
    void theLastWordOfWhatIsBeingTypedMayHaveOnlyBegun() {
        assertThat(PlainText.begunWith(Word.of("mật on"))).isEqualTo("'mat' & 'on':*");
    }

    @Test
    void wordsNextToEachOtherRankFirst() {
        assertThat(of("cà phê khe sanh").phrase()).isEqualTo("'ca+phe' & 'phe+khe' & 'khe+sanh'");
        assertThat(of("cà").ranksPhrases()).isFalse();
    }

    @Test
    void aWordOfTheCatalogueStandsInForOneThatIsNot() {
        assertThat(of("mứtt", Map.of("mutt", List.of("mut"))).all()).isEqualTo("('mutt' | 'mut')");
    }

    @Test
    void nothingTypedCanBeMoreThanAWord() {
        var word = new Word("o'b\\c", "o'b\\c");
        var text = of(List.of(Span.of(List.of(word))), Map.of());

        assertThat(text.all()).isEqualTo("('o''b\\\\c')");
    }

    @Test
    void anotherWayToSayItIsLookedForAsAPhrase() {
        var span = new Span(Word.of("lạc"), List.of(new Alternative(Word.of("đậu phộng"), null, 1)), null);

        assertThat(of(List.of(span), Map.of()).all()).isEqualTo("('lac' | 'dau+phong')");
    }

    @Test
    void kindsOfGoodsAndPlacesAreLookedForByTheirCodes() {
        var spice = new Span(Word.of("gia vị"), List.of(new Alternative(List.of(), "g05", 1)), null);
        var place = new Whereabouts("Quảng Trị", Set.of("19429"), Set.of(), "44");

        assertThat(of(List.of(spice, new Span(Word.of("quảng trị"), List.of(), place)), Map.of())
                        .all())
                .isEqualTo("('gia+vi' | '@g05') & ('quang+tri' | '#19429' | '#44')");
    }

    @Test
    void emptyTextAsksForNothing() {
        assertThat(of("").isEmpty()).isTrue();
        assertThat(PlainText.NONE.ranksPhrases()).isFalse();
    }
}
