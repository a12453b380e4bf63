package vn.ocop.marketplace.searchcontract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypingLeftoversTest {

    @ParameterizedTest
    @CsvSource({
        "nuwowcs mawms, nước mắm",
        "maatj ong, mật ong",
        "ddaauj phoongj, đậu phộng",
        "ruwowuj sim, rượu sim",
        "gaoj huwux cow, gạo hữu cơ",
        "ca2 phe6, cà phê",
        "nu7o7c1 ma8m1, nước mắm",
        "quar bowf, quả bờ",
        "hoaf, hòa",
        "ngoaif, ngoài",
        "nuoocs, nuốc",
        "thuyr, thủy"
    })
    void readsTheKeys(String keys, String meant) {
        assertThat(TypingLeftovers.decode(keys)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca phe", "gift box", "black pepper", "cà phê", "st25", "", "coffee arabica"})
    void leavesOtherTextAlone(String text) {
        assertThat(TypingLeftovers.decode(text)).isEmpty();
    }
}
