package vn.ocop.marketplace.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LandscapesTest {

    @Test
    void drawsEachOfThe34Provinces() {
        var sprite = new String(Landscapes.sprite(), StandardCharsets.UTF_8);

        assertThat(sprite.split("<symbol ", -1)).hasSize(35);
        assertThat(sprite).contains("id=\"p01\"", "id=\"p44\"", "id=\"p96\"").doesNotContain("NaN", "%");
    }

    @Test
    void drawsTheSameEveryTime() {
        assertThat(Landscapes.sprite()).isEqualTo(Landscapes.sprite());
    }
}
