package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceWordsTest {

    @ParameterizedTest
    @CsvSource({
        "cà phê dưới 100k, , 100000, cà phê",
        "duoi 100 nghin mat ong, , 100000, mat ong",
        "quà dưới 200, , 200000, quà",
        "trà từ 50 đến 200 nghìn, 50000, 200000, trà",
        "trà 50k-200k, 50000, 200000, trà",
        "trà từ 50.000đ đến 1tr5, 50000, 1500000, trà",
        "sâm trên 1 triệu, 1000000, , sâm",
        "sâm trên nửa triệu, 500000, , sâm",
        "sâm từ 2 triệu trở lên, 2000000, , sâm",
        "mắm 100.000 đồng trở xuống, , 100000, mắm",
        "mắm không quá một trăm nghìn, , 100000, mắm",
        "mắm giá khoảng 100k, 75000, 125000, mắm",
        "quà 200k, 150000, 250000, quà",
        "gift under 300k, , 300000, gift",
        "'dưới 1,5 triệu', , 1500000, ''",
    })
    void understandsAmounts(String typed, Long min, Long max, String rest) {
        var found = PriceWords.in(typed);

        assertThat(found.min()).isEqualTo(min);
        assertThat(found.max()).isEqualTo(max);
        assertThat(found.rest().replaceAll("\\s+", " ")).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gạo st25",
                "bột ca cao 3 trong 1",
                "nước mắm 40 độ đạm",
                "rượu trên 40 độ",
                "cà phê 500g",
                "gạo 5 kg",
                "mực 1 nắng",
                "cam k4",
                "từ 3 đến 5 kg",
                "nấm"
            })
    void leavesOtherNumbersAlone(String typed) {
        var found = PriceWords.in(typed);

        assertThat(found.nothing()).isTrue();
        assertThat(found.rest()).isEqualTo(typed);
    }
}
