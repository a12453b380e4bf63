package vn.ocop.marketplace.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommuneFinderTest {

    private static final Province QUANG_TRI = new Province("44", "Quảng Trị", "tỉnh", "quang-tri", "north-central");
    private static final Province HA_NOI = new Province("01", "Hà Nội", "thành phố", "ha-noi", "red-river-delta");

    private final CommuneFinder finder = CommuneFinder.of(
            communes(
                    new Commune("19429", "Khe Sanh", "xã", QUANG_TRI),
                    new Commune("19495", "Lìa", "xã", QUANG_TRI),
                    new Commune("19742", "Cồn Cỏ", "đặc khu", QUANG_TRI),
                    new Commune("00004", "Ba Đình", "phường", HA_NOI),
                    new Commune("00008", "Ngọc Hà", "phường", HA_NOI),
                    new Commune("00097", "Mỹ Đức", "xã", HA_NOI)),
            List.of(
                    new FormerUnit("Thị trấn Khe Sanh", "Huyện Hướng Hóa", "Quảng Trị", "19429", false),
                    new FormerUnit("Xã Tân Hợp", "Huyện Hướng Hóa", "Quảng Trị", "19429", false),
                    new FormerUnit("", "Huyện Cồn Cỏ", "Quảng Trị", "19742", false),
                    new FormerUnit("Phường Đội Cấn", "Quận Ba Đình", "Hà Nội", "00004", true),
                    new FormerUnit("Phường Đội Cấn", "Quận Ba Đình", "Hà Nội", "00008", true)));

    private static Map<String, Commune> communes(Commune... communes) {
        var byCode = new LinkedHashMap<String, Commune>();
        for (Commune commune : communes) {
            byCode.put(commune.code(), commune);
        }
        return byCode;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Khe Sanh", "khe sanh", "KHE  SANH", "khe s", "xã khe sanh", "sanh khe", "Khe Sanh, Quảng Trị"})
    void findsTodaysNameHoweverItIsTyped(String typed) {
        assertThat(finder.find(typed, null, 10).getFirst())
                .returns("19429", match -> match.commune().code())
                .returns(null, CommuneMatch::formerly)
                .returns(false, CommuneMatch::divided);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tân Hợp", "tan hop", "tan hop huong hoa", "xã Tân Hợp, huyện Hướng Hóa"})
    void findsAFormerName(String typed) {
        assertThat(finder.find(typed, null, 10))
                .singleElement()
                .returns("19429", match -> match.commune().code())
                .returns("xã Tân Hợp, huyện Hướng Hóa, Quảng Trị", CommuneMatch::formerly);
    }

    @Test
    void answersADividedCommuneWithEachOfItsParts() {
        assertThat(finder.find("doi can", null, 10))
                .hasSize(2)
                .allMatch(CommuneMatch::divided)
                .extracting(match -> match.commune().code())
                .containsExactly("00004", "00008");
    }

    @Test
    void namesAnIslandDistrictWithoutCommunes() {
        assertThat(finder.find("huyện Cồn Cỏ", null, 10).getFirst().formerly()).isEqualTo("huyện Cồn Cỏ, Quảng Trị");
    }

    @Test
    void takesIAndYForTheSame() {
        assertThat(finder.find("mĩ đức", null, 10)).hasSize(1);
        assertThat(finder.find("my duc", null, 10)).hasSize(1);
        assertThat(finder.find("my", null, 10)).hasSize(1);
    }

    @Test
    void staysWithinTheProvinceAndTheLimit() {
        assertThat(finder.find("xa", QUANG_TRI, 10))
                .extracting(match -> match.commune().province())
                .containsOnly(QUANG_TRI);
        assertThat(finder.find("xa", null, 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ".,;", "xyzzy", "'; drop table territory.communes; --"})
    void findsNothingForNothing(String typed) {
        assertThat(finder.find(typed, null, 10)).isEmpty();
    }
}
