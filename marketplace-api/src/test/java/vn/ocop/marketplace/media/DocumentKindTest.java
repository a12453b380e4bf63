package vn.ocop.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentKindTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void isKnownByItsBytes() {
        assertThat(DocumentKind.of(bytes("%PDF-1.4\n...\n%%EOF\n"))).contains(DocumentKind.PDF);
        assertThat(DocumentKind.of(PictureFiles.jpeg(400, 400))).contains(DocumentKind.JPEG);
    }

    @Test
    void whatStopsEarlyOrIsSomethingElseIsNone() {
        var picture = PictureFiles.jpeg(400, 400);
        assertThat(DocumentKind.of(Arrays.copyOf(picture, picture.length / 2))).isEmpty();
        assertThat(DocumentKind.of(bytes("%PDF-1.4\n..."))).isEmpty();
        assertThat(DocumentKind.of(bytes("<html>"))).isEmpty();
        assertThat(DocumentKind.of(new byte[0])).isEmpty();
    }
}
