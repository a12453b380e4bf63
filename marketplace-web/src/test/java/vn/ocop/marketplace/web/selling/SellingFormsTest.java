package vn.ocop.marketplace.web.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Form;

/** What sellers type becomes what they mean. */
class SellingFormsTest {

    private static Form form(String... namesAndValues) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Form(fields);
    }

    private static Picture picture(String id) {
        return new Picture(id, "/media/x", List.of(320), 320, 320, "", null);
    }

    @ParameterizedTest
    @CsvSource({
        "85000, 85000",
        "85.000, 85000",
        "85.000 ₫, 85000",
        "85k, 85000",
        "85 nghìn, 85000",
        "'1,250,000', 1250000",
        "'', 0",
        "đắt, 0",
        "99999999999999, 0"
    })
    void readsSums(String typed, long amount) {
        assertThat(Amounts.read(typed)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"500, 500", "500 g, 500", "'1,5 kg', 1500", "2kg, 2000", "'', 0", "nặng, 0", "1.2.3, 0"})
    void readsWeights(String typed, int grams) {
        assertThat(WizardForm.Weights.grams(typed)).isEqualTo(grams);
    }

    @Test
    void sendsOnlyWhatWasChangedInTheTable() {
        var moves = ShelfController.moves(form(
                "gia-truoc-a",
                "85000",
                "gia-a",
                "85.000",
                "ton-truoc-a",
                "5",
                "ton-a",
                "5",
                "gia-truoc-b",
                "85000",
                "gia-b",
                "90.000",
                "ton-truoc-b",
                "5",
                "ton-b",
                "5",
                "gia-truoc-c",
                "85000",
                "gia-c",
                "",
                "ton-truoc-c",
                "5",
                "ton-c",
                "2"));

        assertThat(moves)
                .containsExactlyInAnyOrder(
                        Map.of("variantId", "b", "quantity", 0, "price", 90_000L),
                        Map.of("variantId", "c", "quantity", -3));
    }

    @Test
    void ordersPicturesByTheirNumbersAndDropsThoseToGo() {
        var pictures = WizardForm.pictures(
                form("thu-tu-a", "3", "thu-tu-b", "1", "thu-tu-c", "2", "bo-c", "1", "ta-b", "Hũ mật"),
                List.of(picture("d")));

        assertThat(pictures).extracting(shown -> shown.get("id")).containsExactly("b", "a", "d");
        assertThat(pictures.getFirst()).containsEntry("alt", "Hũ mật");
    }

    @Test
    void leavesStockAloneThatNobodyTouched() {
        var variants = WizardForm.variants(form(
                "id-0",
                "x",
                "name-0",
                "Hũ",
                "price-0",
                "85.000",
                "stock-0",
                "5",
                "stock-before-0",
                "5",
                "weight-0",
                "1,5 kg",
                "id-1",
                "",
                "name-1",
                "",
                "price-1",
                ""));

        assertThat(variants).singleElement().satisfies(variant -> {
            assertThat(variant).containsEntry("price", 85_000L).containsEntry("weightGrams", 1500);
            assertThat(variant).doesNotContainKey("stock");
        });
    }
}
