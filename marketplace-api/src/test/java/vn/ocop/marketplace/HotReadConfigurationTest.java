package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class HotReadConfigurationTest {

    private final HotReadConfiguration.PublicCatalogue policy = new HotReadConfiguration.PublicCatalogue();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/listings", "/api/v1/listings/x?q=1", "/api/v1/provinces/44/communes"})
    void keepsTheCatalogueByLanguage(String path) {
        assertThat(policy.variant(MockServerHttpRequest.get(path).build())).isEqualTo("vi");
        assertThat(policy.variant(MockServerHttpRequest.get(path)
                        .header("Accept-Language", "en-US,en;q=0.5")
                        .build()))
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/cart", "/api/v1/me", "/api/v1/listingsx", "/media/a.webp", "/actuator/health", "/"})
    void letsEverythingElseRun(String path) {
        assertThat(policy.variant(MockServerHttpRequest.get(path).build())).isNull();
    }

    @Test
    void letsWhoeverBringsATokenRun() {
        assertThat(policy.variant(MockServerHttpRequest.get("/api/v1/listings")
                        .header("Authorization", "Bearer x")
                        .build()))
                .isNull();
    }
}
