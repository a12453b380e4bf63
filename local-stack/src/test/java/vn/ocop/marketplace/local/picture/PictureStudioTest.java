package vn.ocop.marketplace.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureStudioTest {

    private static final PictureRequest HONEY =
            new PictureRequest("mat-ong", 4, "Mật ong rừng Hướng Hóa", "Quảng Trị", "44", "Chai 500 ml", 0);

    @TempDir
    Path media;

    @Test
    void writesSquareWebpInEveryWidth() throws IOException {
        DrawnPicture picture = PictureStudio.draw(HONEY, media);

        assertThat(picture.hash()).matches("[0-9a-z]{16,}");
        assertThat(picture.widths()).containsExactly(160, 320, 640, 1200);
        assertThat(picture.preview()).startsWith("data:image/webp;base64,").hasSizeLessThanOrEqualTo(600);
        assertThat(picture.altVi()).contains("Mật ong rừng Hướng Hóa", "chai mật ong");
        assertThat(picture.altEn()).contains("a bottle of honey");
        for (int width : picture.widths()) {
            Path file = media.resolve(picture.hash() + "-" + width + ".webp");
            BufferedImage image = read(file);
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(width);
        }
        assertThat(media.resolve(picture.hash() + "-320.webp"))
                .satisfies(small -> assertThat(Files.size(small)).isLessThan(12 * 1024));
        assertThat(media.resolve(picture.hash() + "-640.webp"))
                .satisfies(half -> assertThat(Files.size(half)).isLessThan(30 * 1024));
    }

    @Test
    void drawsTheSameAgainWithoutWritingAgain() throws IOException {
        DrawnPicture first = PictureStudio.draw(HONEY, media);
        Path file = media.resolve(first.hash() + "-640.webp");
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file, longAgo);

        DrawnPicture second = PictureStudio.draw(HONEY, media);

        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void neighboursNeverLookTheSame() {
        List<String> drawings = IntStream.range(0, 12)
                .mapToObj(i -> Scene.draw(new PictureRequest(
                        "fish-sauce-" + i, 9, "Nước mắm Cửa Việt", "Quảng Trị", "44", "Chai 500 ml", i % 3)))
                .toList();

        assertThat(drawings).doesNotHaveDuplicates();
    }

    @Test
    void usesNoTextElementAndThusNoInstalledFont() {
        for (int view = 0; view < 3; view++) {
            String svg = Scene.draw(
                    new PictureRequest("k", 13, "Cà phê Arabica Hướng Phùng", "Quảng Trị", "44", "Gói 250 g", view));
            assertThat(svg).doesNotContain("<text", "font");
        }
    }

    @ParameterizedTest
    @EnumSource(Province.class)
    void everyProvinceHasASmallHeader(Province province) {
        String svg = ProvinceDrawing.draw(province);

        assertThat(svg).hasSizeLessThan(6 * 1024).doesNotContain("style=", "<script");
        BufferedImage image = PictureStudio.render(svg, 600);
        assertThat(image.getHeight()).isEqualTo(180);
    }

    private static BufferedImage read(Path file) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in);
            return reader.read(0, null);
        } finally {
            reader.dispose();
        }
    }
}
