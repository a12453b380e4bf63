package vn.ocop.marketplace.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.web.assets.Assets;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.SiteSettings;
import vn.ocop.marketplace.web.site.Visit;
import vn.ocop.marketplace.web.text.Language;
import vn.ocop.marketplace.web.text.Texts;

class JsonLdTest {

    private final Visit visit = new Visit(
            Language.EN,
            "/tim",
            null,
            null,
            false,
            new Visit.Tools(
                    new Texts(),
                    new Assets(),
                    new SiteSettings(URI.create("https://cho.example/"), ""),
                    Clock.systemUTC()));

    @Test
    void namesTheWayToAPage() {
        var crumbs = List.of(new Crumb("Home", "/"), Crumb.here("Tea"));

        assertThat(JsonLd.breadcrumbs(visit, crumbs, "/nhom/che"))
                .contains("\"@type\":\"BreadcrumbList\"", "https://cho.example/en/", "https://cho.example/en/nhom/che");
    }

    @Test
    void cannotEndTheScriptItStandsIn() {
        assertThat(JsonLd.breadcrumbs(visit, List.of(Crumb.here("</script><script>alert(1)")), "/x"))
                .doesNotContain("<");
    }
}
