package vn.ocop.marketplace.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void styleSheetIsSmallAndRefersToFingerprintedFiles() {
        var style = Objects.requireNonNull(assets.at(assets.href("app.css")));

        assertThat(style.gzipped()).hasSizeLessThan(25_000);
        assertThat(new String(style.bytes(), StandardCharsets.UTF_8))
                .doesNotContain("asset:")
                .contains(assets.href(Assets.FONTS.getFirst()));
    }

    @Test
    void spriteHasEveryIcon() {
        var sprite = new String(IconSprite.build(), StandardCharsets.UTF_8);

        for (var icon : Icon.values()) {
            assertThat(sprite).contains("<symbol id=\"" + icon.id() + "\"");
        }
    }

    @Test
    void addressesCarryAFingerprint() {
        assertThat(assets.href("app.js")).matches("/assets/[0-9a-f]{10}/app\\.js");
        assertThat(assets.at("/assets/0000000000/app.js")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> assets.href("nothing.js"));
    }
}
