package vn.ocop.marketplace.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {

    private static final String LONG =
            "Nước mắm nhĩ cá cơm than nguyên chất ủ chượp mười hai tháng làng biển Cảnh Dương";

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG,
                "Gạo",
                "Tôm khô",
                "Supercalifragilisticexpialidocioussupercalifragilisticexpialidocious",
                "Du lịch cộng đồng Chênh Vênh"
            })
    void staysInsideItsBox(String text) {
        for (double[] box : new double[][] {{180, 120}, {230, 60}, {320, 200}, {120, 50}}) {
            TextBlock block = TextBlock.fit(text, Typeface.BOLD, box[0], box[1], 60, 13);

            assertThat(block.width()).isLessThanOrEqualTo(box[0]);
            assertThat(block.height()).isLessThanOrEqualTo(box[1]);
        }
    }

    @Test
    void keepsEveryWordWhereThereIsRoom() {
        assertThat(LONG).hasSize(80);

        TextBlock block = TextBlock.fit(LONG, Typeface.BOLD, 270, 130, 60, 13);

        assertThat(String.join(" ", block.lines())).isEqualTo(LONG);
    }

    @Test
    void knowsEveryVietnameseLetter() {
        String letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ·…";
        letters.codePoints().forEach(letter -> {
            assertThat(Typeface.BOLD.knows(letter))
                    .as(Character.toString(letter))
                    .isTrue();
            int capital = Character.toUpperCase(letter);
            assertThat(Typeface.SEMIBOLD.knows(capital))
                    .as(Character.toString(capital))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Chai 500 ml,500 ml",
        "'Con 1,5 kg làm sạch hút chân không','1,5 kg'",
        "Hộp 20 túi (60 g),60 g",
        "Chiếc,Chiếc",
        "Thùng 24 chai 500 ml,500 ml",
        "'Khăn 0,5 x 1,8 m','0,5 x 1,8 m'"
    })
    void readsTheAmountOfAUnit(String unit, String amount) {
        assertThat(Label.amount(unit)).isEqualTo(amount);
    }
}
