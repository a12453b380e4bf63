package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every public page: nothing for axe to find, nothing wider than the screen, light, and still. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesIT {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** A first view without listing pictures. */
    private static final int LIGHT = 100_000;

    private SiteBrowser browser;

    @BeforeAll
    void open() {
        browser = SiteBrowser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

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
        try (var visitor = browser.visitor(1280, true)) {
            var page = visitor.newPage();
            page.navigate(list);
            var path = page.locator(link).first().getAttribute("href");
            check(name, path);
        }
    }

    private void check(String name, String path) {
        for (int width : new int[] {320, 360, 1280}) {
            try (var visitor = browser.visitor(width, true)) {
                var page = browser.page(visitor);
                page.navigate(path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(overflow(page))
                        .as("%s is wider than %d", path, width)
                        .isZero();
                if (width != 320) {
                    assertThat(transferred(page)).as("bytes of %s", path).isLessThan(LIGHT);
                    assertThat(shift(page)).as("layout shift of %s", path).isLessThan(0.01);
                    assertThat(violations(page))
                            .as("axe on %s at %d", path, width)
                            .isEmpty();
                    SiteBrowser.picture(page, name + "-" + width);
                }
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
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

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(PublicPagesIT::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .limit(3)
                        .toList();
    }
}
