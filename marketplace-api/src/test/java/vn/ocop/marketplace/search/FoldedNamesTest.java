package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNamesTest {

    private final FoldedNames<String> names = new FoldedNames<>(
            List.of("Tuyên Quang", "Quảng Ninh", "Khe Sanh, Quảng Trị", "Quảng Trị", "Khánh Khê, Lạng Sơn"),
            name -> name);

    @ParameterizedTest
    @CsvSource({
        "quang t, Quảng Trị",
        "khe, 'Khe Sanh, Quảng Trị'",
        "qu, Quảng Trị",
        "quang tri khe, 'Khe Sanh, Quảng Trị'",
        "son, 'Khánh Khê, Lạng Sơn'",
    })
    void putsNamesThatBeginWithTheTextFirst(String typed, String first) {
        assertThat(names.startingWith(Word.of(typed), 5)).first().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"hue", "sanh que", "''"})
    void findsNothingElse(String typed) {
        assertThat(names.startingWith(Word.of(typed), 5)).isEmpty();
    }
}
