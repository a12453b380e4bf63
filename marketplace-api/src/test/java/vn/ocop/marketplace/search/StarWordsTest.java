package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarWordsTest {

    @ParameterizedTest
    @CsvSource({
        "trà 4 sao, 4, trà",
        "trà bốn sao, 4, trà",
        "ocop 5 sao, 5, ''",
        "mật ong đạt 4 sao ocop, 4, mật ong",
        "trà từ 4 sao, 4 5, trà",
        "trà 4 sao trở lên, 4 5, trà",
        "trà 3-4 sao, 3 4, trà",
        "5 star coffee, 5, coffee",
        "trà 5*, 5, trà",
        "trà 2 sao, '', trà 2 sao",
        "trà 45 sao, '', trà 45 sao",
        "3 sào rau, '', 3 sào rau",
        "yến sào, '', yến sào",
    })
    void understandsStars(String typed, String stars, String rest) {
        var found = StarWords.in(typed);

        assertThat(found.stars().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(stars);
        assertThat(found.rest()).isEqualTo(rest);
    }
}
