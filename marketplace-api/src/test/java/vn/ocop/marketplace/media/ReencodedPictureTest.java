package vn.ocop.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocop.marketplace.platform.ProblemException;

class ReencodedPictureTest {

    private static BufferedImage read(byte @Nullable [] webp) throws IOException {
        var reader = new WebPImageReaderSpi().createReaderInstance();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(Objects.requireNonNull(webp))));
        return reader.read(0);
    }

    private static void refused(byte[] file, MediaProblem why) {
        assertThatThrownBy(() -> ReencodedPicture.of(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(why));
    }

    @Test
    void comesInSeveralSizesAsWebp() throws IOException {
        var picture = ReencodedPicture.of(PictureFiles.jpeg(3000, 2000));

        assertThat(picture.files().keySet()).containsExactlyInAnyOrder(160, 320, 640, 1200);
        assertThat(picture.width()).isEqualTo(1200);
        assertThat(picture.height()).isEqualTo(800);
        assertThat(picture.hash()).matches("[0-9a-f]{40}");
        assertThat(picture.preview()).startsWith("data:image/webp;base64,").hasSizeLessThan(2000);
        var small = read(picture.files().get(320));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isBetween(213, 214);
    }

    @Test
    void isNeverBlownUp() {
        assertThat(ReencodedPicture.of(PictureFiles.png(400, 500)).files().keySet())
                .containsExactlyInAnyOrder(160, 320, 400);
    }

    @Test
    void isTheSameForTheSameFile() {
        var file = PictureFiles.png(500, 500);

        assertThat(ReencodedPicture.of(file).hash())
                .isEqualTo(ReencodedPicture.of(file).hash());
        assertThat(ReencodedPicture.of(PictureFiles.png(500, 500)).hash())
                .isNotEqualTo(ReencodedPicture.of(file).hash());
    }

    /** Position, camera and owner ride in the head of a photograph. */
    @Test
    void dropsWhatTheCameraWroteAndTurnsThePictureUpright() throws IOException {
        var file = withExif(PictureFiles.jpeg(800, 600), 6);
        var picture = ReencodedPicture.of(file);

        assertThat(picture.width()).isEqualTo(600);
        assertThat(picture.height()).isEqualTo(800);
        for (var stored : picture.files().values()) {
            var text = new String(stored, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("Exif").doesNotContain("Khe Sanh").doesNotContain("EXIF");
        }
        // What was on the left is on top after a quarter turn to the right.
        var upright = read(picture.files().get(600));
        assertThat(upright.getRGB(300, 10) >> 16 & 0xff).isGreaterThan(180);
        assertThat(upright.getRGB(300, 790) & 0xff).isGreaterThan(180);
    }

    @Test
    void leavesWhatHidesBehindThePicture() {
        var jpeg = PictureFiles.jpeg(600, 600);
        var polyglot = join(jpeg, "<script>alert(1)</script>PK\3\4".getBytes(StandardCharsets.UTF_8));

        for (var stored : ReencodedPicture.of(polyglot).files().values()) {
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("script");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 0.98})
    void refusesATruncatedPicture(double part) {
        var jpeg = PictureFiles.jpeg(900, 700);
        refused(Arrays.copyOf(jpeg, (int) (jpeg.length * part)), MediaProblem.UNREADABLE);
        var png = PictureFiles.png(900, 700);
        refused(Arrays.copyOf(png, (int) (png.length * part)), MediaProblem.UNREADABLE);
    }

    @Test
    void refusesWhatIsNoPicture() {
        refused(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                MediaProblem.UNKNOWN_FORMAT);
        refused("GIF89a".getBytes(StandardCharsets.UTF_8), MediaProblem.UNKNOWN_FORMAT);
        refused(new byte[0], MediaProblem.UNKNOWN_FORMAT);
        refused(join(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, new byte[50]), MediaProblem.UNREADABLE);
    }

    @Test
    void refusesABombBeforeOpeningIt() throws IOException {
        refused(pngHeader(30_000, 30_000), MediaProblem.TOO_MANY_PIXELS);
        refused(pngHeader(9_000, 9_000), MediaProblem.TOO_MANY_PIXELS);
    }

    @Test
    void refusesWhatIsTooSmallOrTooLong() {
        refused(PictureFiles.png(200, 200), MediaProblem.TOO_SMALL);
        refused(PictureFiles.png(2000, 310), MediaProblem.TOO_SMALL);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A PNG of any size that decompresses to almost nothing. */
    private static byte[] pngHeader(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        var deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        var packed = new byte[100];
        chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String kind, byte[] body) throws IOException {
        var named = join(kind.getBytes(StandardCharsets.US_ASCII), body);
        var check = new CRC32();
        check.update(named);
        out.write(ByteBuffer.allocate(4).putInt(body.length).array());
        out.write(named);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    /** Puts a head before the picture that says how the camera was held, and where. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var place = "Khe Sanh".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + place.length + 1);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(place.length + 1)
                .putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(place).put((byte) 0);
        var head = join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
        var segment = ByteBuffer.allocate(4 + head.length)
                .putShort((short) 0xffe1)
                .putShort((short) (head.length + 2))
                .put(head)
                .array();
        return join(join(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }
}
