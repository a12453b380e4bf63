package vn.ocop.marketplace.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "85000|85000",
                "85.000|85000",
                "85,000.00|85000",
                "1.250.000 ₫|1250000",
                "85000đ|85000",
                "85 000 VND|85000",
                "85000.0|85000"
            })
    void readsMoneyHoweverItIsTyped(String typed, long dong) {
        assertThat(SheetNumbers.dong(typed)).isEqualTo(dong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1e5", "-5000", "85.5", "85.00.0", "mười", "1,25,000", "99999999999999999999999999999999"})
    void refusesWhatIsNoSum(String typed) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> SheetNumbers.dong(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"250|250", "1.500 g|1500", "0,5 kg|500", "1.5kg|1500", "2 Kg|2000", "300 gram|300"})
    void readsWeights(String typed, long grams) {
        assertThat(SheetNumbers.grams(typed)).isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12|120", "12,5 cm|125", "12.5|125", "80 mm|80", "1,2 m|1200"})
    void readsSides(String typed, long millimetres) {
        assertThat(SheetNumbers.millimetres(typed)).isEqualTo(millimetres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 inch", "abc", "12x8"})
    void refusesUnknownUnits(String typed) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> SheetNumbers.millimetres(typed));
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> SheetNumbers.grams(typed));
    }
}
