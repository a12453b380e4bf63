package vn.ocop.marketplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final String ONE = key('1');
    private static final String OTHER = key('2');

    private static String key(char of) {
        return Base64.getEncoder().encodeToString(String.valueOf(of).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatWasSealedCanBeOpened() {
        var box = new SecretBox(ONE, List.of());

        var sealed = box.seal("căn cước 045");

        assertThat(box.open(sealed)).isEqualTo("căn cước 045");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("045");
        assertThat(box.seal("căn cước 045")).isNotEqualTo(sealed);
    }

    @Test
    void aFormerKeyStillOpens() {
        var sealed = new SecretBox(ONE, List.of()).seal("x");

        assertThat(new SecretBox(OTHER, List.of(ONE)).open(sealed)).isEqualTo("x");
        assertThatThrownBy(() -> new SecretBox(OTHER, List.of()).open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedByteIsNoticed() {
        var box = new SecretBox(ONE, List.of());
        var sealed = box.seal("x");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> box.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hashesDifferByPurposeAndKey() {
        var box = new SecretBox(ONE, List.of());

        assertThat(box.hash("a", "1")).isEqualTo(box.hash("a", "1")).isNotEqualTo(box.hash("b", "1"));
        assertThat(new SecretBox(OTHER, List.of()).hash("a", "1")).isNotEqualTo(box.hash("a", "1"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new SecretBox("", List.of())).hasMessageContaining("SECRETS_KEY");
    }
}
