package vn.ocop.marketplace.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class FiltersTest {

    @Test
    void keepsKnownNamesInAFixedOrder() {
        var filters = of("sort=price&utm_source=x&province=44&q=ca+phe&province=quang-tri&province=44");

        assertThat(filters.link("/tim")).isEqualTo("/tim?q=ca+phe&province=44&province=quang-tri&sort=price");
    }

    @Test
    void dropsWhatMakesNoSense() {
        assertThat(of("q=%20%20&stars=9&stars=5&minPrice=abc&inStock=maybe&sort=drop+table&price=oops")
                        .link("/tim"))
                .isEqualTo("/tim?stars=5");
    }

    @Test
    void turnsAPriceBandIntoItsEnds() {
        assertThat(of("price=50000-100000").link("/tim")).isEqualTo("/tim?minPrice=50000&maxPrice=100000");
        assertThat(of("price=500000-").link("/tim")).isEqualTo("/tim?minPrice=500000");
        assertThat(of("price=").isEmpty()).isTrue();
    }

    @Test
    void takesOneValueAway() {
        var filters = of("q=mat+ong&stars=4&stars=5");

        assertThat(filters.without("stars", "4").link("/tim")).isEqualTo("/tim?q=mat+ong&stars=5");
        assertThat(filters.without("stars", "4").without("stars", "5").narrowed())
                .isFalse();
        assertThat(filters.onlyWords().link("/tim")).isEqualTo("/tim?q=mat+ong");
    }

    @Test
    void escapesWhatPeopleType() {
        var filters = of("q=%3Cscript%3E%26province%3D44");

        assertThat(filters.link("/tim")).isEqualTo("/tim?q=%3Cscript%3E%26province%3D44");
        assertThat(filters.linkAfter("/en/tim", "a b=")).endsWith("&after=a+b%3D");
        assertThat(filters.toApi(24, null)).hasToString("/api/v1/listings?q=%3Cscript%3E%26province%3D44&limit=24");
    }

    @Test
    void cutsOverlongValues() {
        assertThat(of("q=" + "x".repeat(500)).first("q")).hasSize(120);
    }

    private static Filters of(String query) {
        var parsed = UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams();
        var decoded = new LinkedMultiValueMap<String, String>();
        parsed.forEach((name, values) -> values.forEach(value -> decoded.add(
                name,
                value == null ? "" : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return Filters.of(decoded);
    }
}
