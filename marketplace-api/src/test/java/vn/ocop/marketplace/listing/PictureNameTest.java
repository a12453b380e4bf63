package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.listing.PictureName.Meaning;

class PictureNameTest {

    @Test
    void theWholeNameComesFirst() {
        assertThat(PictureName.of("TC-200.jpg").meanings())
                .containsExactly(new Meaning("tc-200", 0), new Meaning("tc", 200));
        assertThat(PictureName.of("Ảnh/MẬT ONG.JPEG").meanings()).containsExactly(new Meaning("mật ong", 0));
    }

    @Test
    void countsAsCamerasAndPeopleDo() {
        assertThat(PictureName.of("TC200 (2).png").meanings()).contains(new Meaning("tc200", 2));
        assertThat(PictureName.of("TC200_3.webp").meanings()).contains(new Meaning("tc200", 3));
        assertThat(PictureName.of("C:\\anh\\TC200-10.jpg").meanings()).contains(new Meaning("tc200", 10));
    }
}
