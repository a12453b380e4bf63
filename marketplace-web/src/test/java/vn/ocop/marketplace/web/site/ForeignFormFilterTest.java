package vn.ocop.marketplace.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ForeignFormFilterTest {

    @ParameterizedTest
    @CsvSource({"same-origin,true", "none,true", "same-site,false", "cross-site,false"})
    void believesTheBrowserAboutWhereAFormComesFrom(String fetchSite, boolean ours) {
        var request = MockServerHttpRequest.post("/gio-hang/them")
                .header("Host", "cho.example")
                .header("Sec-Fetch-Site", fetchSite)
                .build();

        assertThat(ForeignFormFilter.isOurs(request)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "https://cho.example,true",
        "https://CHO.example,true",
        "https://evil.example,false",
        "https://cho.example.evil.example,false",
        "null,false",
        "%%%,false"
    })
    void comparesOriginAndHostOtherwise(String origin, boolean ours) {
        var request = MockServerHttpRequest.post("/gio-hang/them")
                .header("Host", "cho.example")
                .header("Origin", origin)
                .build();

        assertThat(ForeignFormFilter.isOurs(request)).isEqualTo(ours);
    }

    @Test
    void letsProgramsThroughWhichCarryNoOnesCookies() {
        assertThat(ForeignFormFilter.isOurs(
                        MockServerHttpRequest.post("/gio-hang/them").build()))
                .isTrue();
    }
}
