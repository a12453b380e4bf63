package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What holds for every page: axe finds nothing, and nothing is wider than the screen. */
final class Soundness {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Soundness() {}

    /** Fails where the page as it is now is not sound. */
    static void check(Page page) {
        fits(page);
        assertThat(violations(page)).as("axe on %s", page.url()).isEmpty();
    }

    /** The same, and keeps a picture for people to look at. */
    static void check(Page page, String name) {
        check(page);
        SiteBrowser.picture(page, name);
    }

    /** The same on a phone and on a desk, each with its picture. */
    static void checkAtBothWidths(Page page, String name) {
        check(page, name);
        var phone = page.viewportSize();
        page.setViewportSize(1280, 900);
        check(page, name + "-1280");
        page.setViewportSize(phone.width, phone.height);
    }

    static void fits(Page page) {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                .as("%s is wider than %d", page.url(), page.viewportSize().width)
                .isZero();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Soundness::describe)
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
