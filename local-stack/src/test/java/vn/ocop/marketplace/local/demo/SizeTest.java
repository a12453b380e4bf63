package vn.ocop.marketplace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeTest {

    @Test
    void whatIsMeasuredComesInHalvesAndDoubles() {
        assertThat(new Size("Gói 500 g", "Pack 500 g", 560, 185_000).family(true, true))
                .containsExactly(
                        new Size("Gói 250 g", "Pack 250 g", 280, 100_000),
                        new Size("Gói 500 g", "Pack 500 g", 560, 185_000),
                        new Size("Gói 1 kg", "Pack 1 kg", 1120, 355_000));
        assertThat(new Size("Chai 1 lít", "Bottle 1 litre", 1080, 85_000).family(true, true))
                .extracting(Size::nameVi)
                .containsExactly("Chai 500 ml", "Chai 1 lít", "Chai 2 lít");
        assertThat(new Size("Thùng 5 kg", "Case 5 kg", 5300, 210_000).family(true, true))
                .extracting(Size::nameEn)
                .containsExactly("Case 2.5 kg", "Case 5 kg");
    }

    @Test
    void whatIsCountedComesAsItIs() {
        var hat = new Size("Chiếc", "Piece", 300, 80_000);

        assertThat(hat.family(true, true)).containsExactly(hat);
    }
}
