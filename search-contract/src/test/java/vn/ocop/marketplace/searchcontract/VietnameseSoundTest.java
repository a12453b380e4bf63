package vn.ocop.marketplace.searchcontract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseSoundTest {

    @ParameterizedTest
    @CsvSource({
        "khe xanh, khe sanh",
        "khoai gieo, khoai deo",
        "hai linh, hai ninh",
        "ngoc lin, ngoc linh",
        "ca fe, ca phe",
        "xt, st",
        "gi, di",
        "tra, cha"
    })
    void spellingsSpokenAlikeShareAKey(String written, String meant) {
        assertThat(VietnameseSound.of(written)).isEqualTo(VietnameseSound.of(meant));
    }

    @ParameterizedTest
    @CsvSource({"nem, mem", "bo, go", "rau, dau"})
    void othersDoNot(String one, String other) {
        assertThat(VietnameseSound.of(one)).isNotEqualTo(VietnameseSound.of(other));
    }
}
