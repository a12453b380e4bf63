package vn.ocop.marketplace.searchcontract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleHeadsTest {

    @Test
    void areTheBeginnings() {
        assertThat(TitleHeads.of("mat ong rung")).containsExactly("mat", "mat ong", "mat ong rung");
        assertThat(TitleHeads.of("a b c d e f g")).hasSize(5);
        assertThat(TitleHeads.of("")).isEmpty();
    }

    @Test
    void leaveAClassifierOut() {
        assertThat(TitleHeads.of("hat tieu cua"))
                .containsExactly("hat", "hat tieu", "hat tieu cua", "tieu", "tieu cua");
    }
}
