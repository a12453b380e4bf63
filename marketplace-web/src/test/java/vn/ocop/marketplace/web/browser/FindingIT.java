package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a word typed to the listing, with script and without, by pointer and by keyboard. */
class FindingIT {

    private static final Pattern LISTING = Pattern.compile("/san-pham/.+");

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void findsFiltersAndOpensOnAPhone(boolean script) {
        try (var visitor = BROWSER.visitor(360, script)) {
            var page = BROWSER.page(visitor);
            page.navigate("/");
            page.locator("input[name=q]").fill("ca phe khe sanh");
            page.locator(".site-search button").click();
            assertThat(page.locator(".product")).not().hasCount(0);

            page.locator(".open-filters").click();
            pick(page, "Quảng Trị");
            pick(page, "OCOP 5 sao");
            page.locator(".filters-foot button").click();

            // Beside what was understood of the words.
            assertThat(chip(page, "OCOP 5 sao")).hasCount(1);
            assertThat(chip(page, "Quảng Trị").first()).isVisible();
            var first = page.locator(".product h3 a").first();
            var title = first.innerText();
            first.click();
            page.waitForURL(LISTING);
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("#chung-nhan")).isVisible();
            assertThat(page.locator("form.buy button.button")).isInViewport();
        }
    }

    private static Locator chip(Page page, String words) {
        return page.locator(".chips .chip.on").filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void suggestsWhileTypingAndOpensByKeyboard() {
        try (var visitor = BROWSER.visitor(1280, true)) {
            var page = BROWSER.page(visitor);
            page.navigate("/");
            page.locator("input[name=q]").pressSequentially("ca phe");
            assertThat(page.locator(".suggestions a").first()).isVisible();

            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".suggestions a[aria-selected=true]")).hasCount(1);
            page.keyboard().press("Enter");

            page.waitForURL(Pattern.compile("/(san-pham|tinh|gian-hang|nhom)/.+|/tim\\?.+"));
        }
    }

    @Test
    void showsMoreOfTheListInPlace() {
        try (var visitor = BROWSER.visitor(1280, true)) {
            var page = BROWSER.page(visitor);
            page.navigate("/tim");
            assertThat(page.locator("#results .product")).hasCount(24);

            page.locator("#more a").scrollIntoViewIfNeeded();
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!window.htmx")));
            page.locator("#more a").click();

            assertThat(page.locator("#results .product")).hasCount(48);
            Assertions.assertThat(page.url()).endsWith("/tim");
        }
    }

    @Test
    void goesOnToTheNextPageWithoutScript() {
        try (var visitor = BROWSER.visitor(360, false)) {
            var page = BROWSER.page(visitor);
            page.navigate("/tim");
            var first = page.locator(".product h3").first().innerText();

            page.locator("#more a").click();

            assertThat(page.locator(".product h3").first()).not().hasText(first);
        }
    }

    @Test
    void asksForAgeBeforeAlcoholAndRemembers() {
        try (var visitor = BROWSER.visitor(360, false)) {
            var page = BROWSER.page(visitor);
            page.navigate("/nhom/g07");
            page.locator(".product h3 a").first().click();
            assertThat(page.locator("form.buy")).hasCount(0);

            page.locator("main form button").click();

            assertThat(page.locator("form.buy")).hasCount(1);
            page.reload();
            assertThat(page.locator("form.buy")).hasCount(1);
        }
    }

    @Test
    void keepsThePlaceWhenTheLanguageChanges() {
        try (var visitor = BROWSER.visitor(1280, true)) {
            var page = BROWSER.page(visitor);
            page.navigate("/tim?q=tra&stars=4");
            page.locator(".site-nav a[hreflang=en]").click();

            page.waitForURL("**/en/tim?q=tra&stars=4");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void saysKindlyThatAPageIsMissing() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = visitor.newPage();
            var answer = page.navigate("/san-pham/khong-co-mon-nay");

            Assertions.assertThat(answer.status()).isEqualTo(404);
            assertThat(page.locator("main .button")).isVisible();
            SiteBrowser.picture(page, "missing-360");
        }
    }

    private static void pick(Page page, String label) {
        page.locator(".filters .pick", new Page.LocatorOptions().setHasText(label))
                .locator("input")
                .first()
                .check(new Locator.CheckOptions().setForce(true));
    }
}
