package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Paying by card on the provider's page: paid, declined, left and called off; and alcohol, which takes no cash. */
class PayingIT {

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static void toPaymentPage(Shopper shopper, boolean script) {
        shopper.puts(Shopper.COFFEE);
        shopper.tellsWhereTo(script);
        shopper.paysBy("CARD");
        shopper.orders();
        shopper.page().waitForURL("**/pay/**");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(button)))
                .click();
    }

    @Test
    void paysWithoutScript() {
        try (var guest = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(guest.newPage());
            toPaymentPage(shopper, false);

            press(shopper.page(), "^Thanh toán");

            shopper.purchase();
            shopper.seesAsTheFirstOrder("Gian hàng đang xem đơn của bạn");
            assertThat(shopper.page().locator("main")).containsText("đã trả");
        }
    }

    @Test
    void paysAtAPostOfficesCounter() {
        try (var guest = BROWSER.visitor(360, true);
                var post = BROWSER.visitor(360, true)) {
            var shopper = new Shopper(guest.newPage());
            shopper.puts(Shopper.COFFEE);
            shopper.tellsWhereTo(true);
            shopper.paysBy("CASH_AT_POST_OFFICE");
            shopper.orders();
            var code = shopper.purchase();
            assertThat(shopper.page().locator(".counter")).containsText(code);
            Soundness.check(shopper.page(), "counter-purchase-360");

            var desk = post.newPage();
            Shopper.signIn(desk, "0900000004", "/buu-cuc");
            desk.getByText("Thu tiền theo mã đơn").click();
            desk.locator("#f-ma").fill("QT-000000-AAAAA");
            desk.keyboard().press("Enter");
            assertThat(desk.locator(".last-action")).containsText("Không có đơn nào");
            desk.locator("#f-ma").fill(code.toLowerCase(Locale.ROOT));
            desk.keyboard().press("Enter");
            assertThat(desk.locator("form[data-due]")).containsText(code);
            Soundness.check(desk, "counter-desk-360");
            desk.locator("form[data-due] button").click();
            assertThat(desk.locator(".last-action")).containsText("Đã thu");
            Soundness.check(desk, "counter-taken-360");

            shopper.page().reload();
            shopper.seesAsTheFirstOrder("Gian hàng đang xem đơn của bạn");
        }
    }

    @Test
    void isDeclinedThenPays() {
        try (var guest = BROWSER.visitor(1280, true)) {
            var shopper = new Shopper(guest.newPage());
            toPaymentPage(shopper, true);

            press(shopper.page(), "từ chối");
            press(shopper.page(), "^Thanh toán");

            shopper.purchase();
            shopper.seesAsTheFirstOrder("Gian hàng đang xem đơn của bạn");
        }
    }

    @Test
    void leavesComesBackAndPays() {
        try (var guest = BROWSER.visitor(360, true)) {
            var shopper = new Shopper(guest.newPage());
            toPaymentPage(shopper, true);

            press(shopper.page(), "Quay lại");
            assertThat(shopper.page().locator("h1")).hasText("Bạn chưa thanh toán");
            shopper.page().locator("main a.button.quiet").click();
            assertThat(shopper.page().locator(".pay-now")).containsText("còn");
            shopper.page().locator(".pay-now a").click();
            shopper.page().waitForURL("**/pay/**");
            press(shopper.page(), "^Thanh toán");

            shopper.purchase();
            assertThat(shopper.page().locator("main")).containsText("đã trả");
        }
    }

    @Test
    void leavesAndCallsItOff() {
        try (var guest = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(guest.newPage());
            toPaymentPage(shopper, false);

            press(shopper.page(), "Quay lại");
            press(shopper.page(), "Hủy đơn này");

            shopper.purchase();
            assertThat(shopper.page().locator(".order-part h2")).hasText("Đơn này đã hủy");
            assertThat(shopper.page().locator(".pay-now")).hasCount(0);
        }
    }

    @Test
    void alcoholAsksForAgeAndTakesNoCash() {
        try (var guest = BROWSER.visitor(360, true)) {
            var shopper = new Shopper(guest.newPage());
            var page = shopper.page();
            page.navigate("/nhom/g07");
            page.locator(".product:not(.sold-out) h3 a").first().click();
            page.locator("main form button").last().click();
            page.locator("form.buy button.button").click();
            page.locator("#toast:visible").waitFor();
            shopper.tellsWhereTo(true);

            assertThat(page.locator("input[value=CASH_ON_DELIVERY]")).isDisabled();
            shopper.orders();
            assertThat(page.locator("#e-adult")).isVisible();
            page.locator("input[name=adult]").check();
            shopper.orders();

            page.waitForURL("**/pay/**");
            Assertions.assertThat(page.content()).contains("₫");
        }
    }

    @Test
    void scansACodeAndTransfers() {
        try (var guest = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(BROWSER.page(guest));
            var page = shopper.page();
            shopper.puts(Shopper.COFFEE);
            shopper.tellsWhereTo(false);
            shopper.paysBy("BANK_TRANSFER");
            shopper.orders();
            var code = shopper.purchase();

            var scanned = ScannedCode.text(page.locator(".qr").screenshot());
            Assertions.assertThat(scanned)
                    .startsWith("000201")
                    .contains("A000000727", "5303704", "5802VN")
                    .contains(page.locator(".transfer dd.code").last().innerText());
            page.locator(".transfer a[href*='/bank']").click();
            press(page, "^Chuyển khoản");
            page.locator("h1").getByText("Đã chuyển").waitFor();

            page.navigate("/don-hang/" + code);
            shopper.seesAsTheFirstOrder("Gian hàng đang xem đơn của bạn");
            assertThat(page.locator(".transfer")).hasCount(0);
            assertThat(page.locator("main")).containsText("đã trả");
        }
    }
}
