package vn.ocop.marketplace.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import vn.ocop.marketplace.web.api.TestApi;
import vn.ocop.marketplace.web.site.SiteSettings;

class HotPagesTest {

    private final HotPages.PublicPages pages = new HotPages.PublicPages(
            new FloorHosts(TestApi.at("http://127.0.0.1:1"), new SiteSettings(URI.create("https://cho.example"), "")));

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/en/", "/san-pham/x", "/en/san-pham/x", "/tim?q=a", "/tinh", "/nhom/g06", "/sitemap.xml"})
    void publicPagesAreHot(String path) {
        assertThat(pages.variant(request(path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gio-hang",
                "/en/gio-hang",
                "/toi",
                "/don-hang/QT-1",
                "/timothy",
                "/media/a",
                "/nguoi-ban",
                "/assets/a"
            })
    void personalPagesAlwaysRun(String path) {
        assertThat(pages.variant(request(path))).isNull();
    }

    private static MockServerHttpRequest request(String path) {
        return MockServerHttpRequest.get(path).header("Host", "cho.example").build();
    }
}
