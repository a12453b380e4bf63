package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.search.UnderstoodText.Kind;
import vn.ocop.marketplace.search.UnderstoodText.Part;
import vn.ocop.marketplace.territory.NamedPlace;

class TextReaderTest {

    private static final List<NamedPlace> PLACES = List.of(
            new NamedPlace("Quảng Trị", NamedPlace.Kind.PROVINCE, "Quảng Trị", Set.of("1", "2", "3"), "44"),
            new NamedPlace("Quảng Trị", NamedPlace.Kind.FORMER_PROVINCE, "Quảng Trị", Set.of("1", "2"), null),
            new NamedPlace("Quảng Bình", NamedPlace.Kind.FORMER_PROVINCE, "Quảng Bình", Set.of("3"), null),
            new NamedPlace("Khe Sanh", NamedPlace.Kind.COMMUNE, "Quảng Trị", Set.of("1"), null),
            new NamedPlace("Ba Đồn", NamedPlace.Kind.FORMER_DISTRICT, "Quảng Bình", Set.of("3"), null));

    private final TextReader reader = new TextReader(TextReaderTest::words);

    static Vocabulary.Words words() {
        var lexicon = new Lexicon.Builder();
        for (var title : List.of(
                "Cà phê Khe Sanh rang xay",
                "Nước mắm Mỹ Thủy",
                "Khoai deo Hải Ninh",
                "Chè vằng sẻ khô",
                "Gạo ST25 Hải Lăng",
                "Hạt tiêu Cùa",
                "Hạt mắc ca",
                "Bò khô Thu Ba",
                "Nem chợ Huyện",
                "Ném củ Ngư Thủy",
                "Măng khô Đakrông",
                "Dầu lạc Hạt Ngọc Ninh Xá",
                "Cá thu một nắng Cửa Tùng",
                "Giỏ mây Thu Hà Cửa Ông",
                "Mật ong Quê Mình",
                "Trà Hương Quê Tri Tôn",
                "Cà phê Sơn La đặc sản",
                "Sâm Ngọc Linh")) {
            lexicon.title(title, "s01");
        }
        PLACES.forEach(place -> lexicon.phrase(place.name()));
        var thesaurus = new Thesaurus();
        thesaurus.phrases().forEach(lexicon::phrase);
        return Vocabulary.Words.of(lexicon.build(), new PlacePhrases(PLACES), thesaurus, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "đặc sản khô, kho",
        "mua cà phê ngon, ca phe",
        "quà biếu sâm, sam",
        "quả bơ, qua bo",
        "gạo ST25, gao st 25",
    })
    void leavesCourtesyOut(String typed, String content) {
        assertThat(plain(reader.read(typed).words())).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "matong, mat ong",
        "khesanh, khe sanh",
        "nuocmam my thuy, nuoc mam mi thuy",
        "nc mam, nuoc mam",
        "ca phe khe xanh, ca phe khe sanh",
        "gạo xt25, gao st 25",
        "khoai gieo, khoai deo",
        "khoai deo hải linh, khoai deo hai ninh",
        "tiu cùa, tieu cua",
        "tiu cua, tieu cua",
        "mật ong q.trị, mat ong quang tri",
        "k.sanh, khe sanh",
        "đsản q.trị, quang tri",
        "nước mắn, nuoc mam",
        "macca, mac ca",
        "da krong, dakrong",
        "sam ngoc lin, sam ngoc linh",
        "nuwowcs mawms, nuoc mam",
        "nu7o7c1 mam, nuoc mam",
        "caf phee, ca phe",
    })
    void readsWhatWasMeant(String typed, String meant) {
        assertThat(plain(reader.read(typed).words())).isEqualTo(meant);
    }

    @Test
    void mendsMarksByTheNeighbour() {
        assertThat(reader.read("chè vàng").corrected()).isEqualTo("chè vằng");
        assertThat(reader.read("nươc mắm").corrected()).isEqualTo("nước mắm");
    }

    @Test
    void leavesRightWordsAlone() {
        assertThat(reader.read("nước mắm").corrected()).isNull();
        assertThat(reader.read("nuoc mam").corrected()).isNull();
        assertThat(reader.read("bò khô").corrected()).isNull();
    }

    @Test
    void searchesTheTypedWordsBesideTheCorrectedOnes() {
        assertThat(reader.read("khoai gieo").asTyped()).isNotEmpty();
        assertThat(reader.read("khoai gieo", true).corrected()).isNull();
        assertThat(plain(reader.read("khoai gieo", true).words())).isEqualTo("khoai gieo");
    }

    @Test
    void takesStarsAndPricesOutOfTheText() {
        var text = reader.read("cà phê 4 sao dưới 100k");

        assertThat(text.stars()).containsExactly(4);
        assertThat(text.maxPrice()).isEqualTo(100_000);
        assertThat(plain(text.words())).isEqualTo("ca phe");
        assertThat(reader.read("5 sao").isEmpty()).isTrue();
        assertThat(reader.read("2 sao").stars()).isEmpty();
    }

    @Test
    void knowsPlacesOfTodayAndBefore() {
        assertThat(reader.read("mật ong tỉnh quảng bình").spans().getLast().place())
                .isEqualTo(new UnderstoodText.Whereabouts("Quảng Bình", Set.of("3"), Set.of(), null));
        assertThat(reader.read("mat ong q.tri").has(Kind.PLACE)).isTrue();
        assertThat(reader.read("khô tx ba đồn").has(Kind.PLACE)).isTrue();
        assertThat(reader.read("khô tx ba đồn").anywhere().words()).hasSize(1);
    }

    @Test
    void everyPartCanBeTakenAway() {
        var parts = reader.read("mật ong quảng trị 4 sao").parts();

        assertThat(parts).extracting(Part::kind).containsExactly(Kind.TEXT, Kind.PLACE, Kind.STARS);
        assertThat(parts)
                .extracting(Part::without)
                .containsExactly("quảng trị 4 sao", "mật ong 4 sao", "mật ong quảng trị");
    }

    @Test
    void knowsOtherNames() {
        var spans = reader.read("đậu phộng rang").spans();

        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().alternatives())
                .extracting(TextReaderTest::plain)
                .contains("dau phong rang", "lac rang");
    }

    @Test
    void takesAShortWordForASynonymOnlyWithItsMarks() {
        assertThat(reader.read("ném").spans().getFirst().alternatives())
                .extracting(TextReaderTest::plain)
                .contains("hanh tam");
        assertThat(reader.read("nem").spans().getFirst().alternatives())
                .extracting(TextReaderTest::plain)
                .doesNotContain("hanh tam");
    }

    @Test
    void readsNoMoreThanItCanSearch() {
        assertThat(reader.read("a ".repeat(90)).words()).hasSizeLessThanOrEqualTo(16);
        assertThat(reader.read("!?").isEmpty()).isTrue();
        assertThat(reader.read("").isEmpty()).isTrue();
    }

    private static String plain(List<Word> words) {
        return String.join(" ", words.stream().map(Word::plain).toList());
    }
}
