package vn.ocop.marketplace.web.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import java.time.Duration;
import java.util.List;

/** What a shopper does on the site, by the words and fields that are seen. */
final class Shopper {

    static final String COFFEE = "/san-pham/ca-phe-khe-sanh-rang-xay";
    static final String PEPPER = "/san-pham/hat-tieu-cua";

    private final Page page;

    Shopper(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** With script the page stays and the number in the cart goes up; without it the cart opens. */
    void puts(String listing) {
        page.navigate(listing);
        page.locator("form.buy button.button").click();
        page.locator("#toast:visible, #gio").first().waitFor();
    }

    /** Fills the address by a former place name and comes to the total. */
    void tellsWhereTo(boolean script) {
        page.navigate("/dat-hang");
        page.locator("#f-name").fill("Nguyễn Thị Thử Nghiệm");
        page.locator("#f-phone").fill("0912 345 678");
        page.locator("#f-street").fill("12 Lê Duẩn");
        page.locator("#f-typed").fill("tan hop huong hoa");
        if (!script) {
            page.locator("#f-typed").press("Tab");
            page.keyboard().press("Enter");
        }
        if (script) {
            // The choices come while one types; a key that is faster than the script behind them is pressed again.
            await("the place is chosen")
                    .atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(this::choosesFirstPlace);
        } else {
            choose(page.locator("#noi-tim-thay input").first());
            page.locator("#noi-tim-thay button[value=pick]").press("Enter");
            page.locator(".chosen").waitFor();
        }
    }

    private boolean choosesFirstPlace() {
        page.locator(".chosen, #noi-tim-thay input").first().waitFor();
        if (page.locator(".chosen").isVisible()) {
            return true;
        }
        var first = page.locator("#noi-tim-thay input").first();
        // A choice that is made already tells nobody when it is made again.
        first.evaluate("choice => { choice.checked = false; }");
        choose(first);
        return page.locator(".chosen").isVisible();
    }

    /** The fields that the order button would send now. */
    FormData whatOrderingSends() {
        var fields = FormData.create();
        var sent = (List<?>) page.locator(".order-bar button[value=place]")
                .evaluate("button => [...new FormData(button.form, button)].filter(f => typeof f[1] === 'string')");
        for (var field : sent) {
            var pair = (List<?>) field;
            fields.append(String.valueOf(pair.get(0)), String.valueOf(pair.get(1)));
        }
        return fields;
    }

    void paysBy(String method) {
        choose(page.locator("input[name=method][value=" + method + "]"));
    }

    /** By keyboard: what has the focus is in view, whatever stands at the foot of the screen. */
    private void choose(Locator choice) {
        choice.focus();
        page.keyboard().press("Space");
    }

    /** Presses the button that says what it does. */
    void orders() {
        page.locator(".order-bar button[value=place]").click();
    }

    /** The code of the purchase that is open. */
    String purchase() {
        page.waitForURL("**/don-hang/**");
        return page.locator("h1 .code").innerText();
    }

    /** The order follows its payment a moment later; who looks again sees it. */
    void seesAsTheFirstOrder(String words) {
        await(words)
                .atMost(Duration.ofSeconds(45))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var sentence = page.locator(".order-part h2").first();
                    sentence.waitFor();
                    if (sentence.innerText().equals(words)) {
                        return true;
                    }
                    page.reload();
                    return false;
                });
    }

    static void signIn(Page page, String login, String desk) {
        page.navigate(desk);
        page.locator("#f-login").fill(login);
        page.locator("#f-password").fill("dacsan2026");
        page.locator("main form button.button:not(.quiet)").click();
        page.waitForURL("**" + desk);
    }
}
