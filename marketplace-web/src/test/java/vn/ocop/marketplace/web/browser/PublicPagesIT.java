package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every public page: nothing for axe to find, nothing wider than the screen, light, and still. */
class PublicPagesIT {

    /** A first view without listing pictures. */
    private static final int LIGHT = 100_000;

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "home, /",
        "home-en, /en/",
        "search, /tim?q=ca+phe+khe+sanh",
        "search-filtered, /tim?stars=5&inStock=true&sort=price",
        "search-nothing, /tim?q=zzzzqqqq",
        "group, /nhom/g06",
        "provinces, /tinh",
        "floor, /tinh/quang-tri",
        "shops, /gian-hang",
        "hub, /thang-tieu-dung-so",
        "guide, /giao-dien"
    })
    void isSoundOnEveryScreen(String name, String path) {
        check(name, path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "listing, /tim?q=ca+phe+khe+sanh&stars=5, .product h3 a",
        "shop, /gian-hang, .shop-card h3 a",
        "adults-only, /nhom/g07, .product h3 a"
    })
    void isSoundWhereAListLeads(String name, String list, String link) {
        try (var visitor = BROWSER.visitor(1280, true)) {
            var page = visitor.newPage();
            page.navigate(list);
            var path = page.locator(link).first().getAttribute("href");
            check(name, path);
        }
    }

    private void check(String name, String path) {
        for (int width : new int[] {320, 360, 1280}) {
            try (var visitor = BROWSER.visitor(width, true)) {
                var page = BROWSER.page(visitor);
                page.navigate(path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                Soundness.fits(page);
                if (width != 320) {
                    assertThat(transferred(page)).as("bytes of %s", path).isLessThan(LIGHT);
                    assertThat(shift(page)).as("layout shift of %s", path).isLessThan(0.01);
                    Soundness.check(page, name + "-" + width);
                }
            }
        }
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private static int transferred(Page page) {
        return ((Number) page.evaluate("""
                performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                  .filter(entry => !entry.name.includes('/media/'))
                  .reduce((sum, entry) => sum + entry.transferSize, 0)""")).intValue();
    }

    private static double shift(Page page) {
        return ((Number) page.evaluate("""
                () => new Promise(done => {
                  let sum = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
                    .observe({ type: 'layout-shift', buffered: true });
                  setTimeout(() => done(sum), 100);
                })""")).doubleValue();
    }
}
