package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job: from the listing to the cart, the order, the shop's word, the post office and the door. */
class BuyingIT {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void aGuestBuysFromTwoShopsForCashAndSeesEachStep(boolean script) {
        try (var guest = BROWSER.visitor(360, script);
                var seller = BROWSER.visitor(360, script);
                var clerk = BROWSER.visitor(1280, script)) {
            var shopper = new Shopper(BROWSER.page(guest));
            shopper.puts(Shopper.COFFEE);
            shopper.puts(Shopper.PEPPER);
            shopper.tellsWhereTo(script);
            shopper.paysBy("CASH_ON_DELIVERY");
            shopper.orders();
            var code = shopper.purchase();
            assertThat(part(shopper, "Khe Sanh")).containsText("Gian hàng đang xem đơn của bạn");
            Assertions.assertThat(shopper.page().url()).doesNotContain("0912").doesNotContain("Duẩn");

            var order = confirms(seller.newPage(), code);
            shopper.page().reload();
            assertThat(part(shopper, "Khe Sanh")).containsText("Gian hàng đã nhận đơn");

            var desk = clerk.newPage();
            var number = accepts(desk, order);
            seesOnReload(shopper, number);
            delivers(desk, number);
            seesOnReload(shopper, "Đã giao hàng đến bạn");
            seesTheParcelsWay(shopper, number);
            assertThat(part(shopper, "Tiêu Cùa")).containsText("Gian hàng đang xem đơn của bạn");
            if (script) {
                SiteBrowser.picture(shopper.page(), "order-360");
            }
        }
    }

    private static Locator part(Shopper shopper, String shop) {
        return shopper.page()
                .locator(".order-part", new Page.LocatorOptions().setHasText(shop))
                .first();
    }

    private static String confirms(Page page, String code) {
        Shopper.signIn(page, "0900000002", "/nguoi-ban");
        var card = page.locator("article[data-order^='" + code + "']");
        var order = card.getAttribute("data-order");
        card.locator("form[action$='/nhan'] button").click();
        assertThat(page.locator(".notice.good")).containsText(order);
        return order;
    }

    /** The parcel reaches the queue a moment after the shop's word. */
    private static String accepts(Page page, String order) {
        Shopper.signIn(page, "0900000004", "/buu-cuc");
        var parcel = page.locator("[data-parcel='" + order + "']");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.locator("#f-ma").fill(order.toLowerCase(Locale.ROOT));
            page.keyboard().press("Enter");
            page.waitForURL("**ma=**");
            return parcel.count() == 1;
        });
        parcel.locator("form button").click();
        var number = page.locator(".last-action .number");
        assertThat(number).hasText(Pattern.compile("[A-Z]{2}\\d{9}VN"));
        return number.innerText();
    }

    private static void delivers(Page page, String number) {
        page.locator("#f-ma").fill(number);
        page.keyboard().press("Enter");
        var parcel = page.locator(".parcel");
        assertThat(parcel.locator(".cash")).containsText("₫");
        parcel.locator("form button").click();
        assertThat(page.locator(".last-action")).containsText("Đã giao. Đã thu");
    }

    private static void seesTheParcelsWay(Shopper shopper, String number) {
        shopper.page().locator(".tracking a").first().click();
        assertThat(shopper.page().locator("h1")).hasText("Đã giao đến người nhận");
        assertThat(shopper.page().locator("main")).containsText(number);
        Assertions.assertThat(shopper.page().content()).doesNotContain("0912 345 678");
        shopper.page().goBack();
    }

    private static void seesOnReload(Shopper shopper, String text) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            shopper.page().reload();
            return part(shopper, "Khe Sanh").innerText().contains(text);
        });
    }

    @Test
    void pressingTwiceMakesOneOrder() {
        try (var guest = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(BROWSER.page(guest));
            shopper.puts(Shopper.COFFEE);
            shopper.tellsWhereTo(false);
            var pressed = shopper.whatOrderingSends();
            shopper.orders();
            var code = shopper.purchase();

            var again = guest.request()
                    .post(
                            "/dat-hang",
                            RequestOptions.create()
                                    .setForm(pressed)
                                    .setHeader("Sec-Fetch-Site", "same-origin")
                                    .setMaxRedirects(5));

            Assertions.assertThat(again.url()).contains("/don-hang/" + code);
            shopper.page().navigate("/don-hang");
            assertThat(shopper.page().locator(".purchase")).hasCount(1);
        }
    }

    @Test
    void saysWhatIsMissingWhereItIsMissing() {
        try (var guest = BROWSER.visitor(360, true)) {
            var shopper = new Shopper(guest.newPage());
            shopper.puts(Shopper.COFFEE);
            shopper.tellsWhereTo(true);
            shopper.page().locator("#f-name").fill("");
            shopper.page().locator("#f-phone").fill("12345");
            shopper.orders();

            assertThat(shopper.page().locator("#e-name")).isVisible();
            assertThat(shopper.page().locator("#e-phone")).isVisible();
            assertThat(shopper.page().locator("#f-name")).isFocused();
            assertThat(shopper.page().locator("#f-street")).hasValue("12 Lê Duẩn");
        }
    }

    @Test
    void changesAndEmptiesTheCart() {
        try (var guest = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(guest);
            var shopper = new Shopper(page);
            shopper.puts(Shopper.COFFEE);
            page.navigate("/gio-hang");
            page.waitForFunction("window.htmx");
            page.locator("[data-step='1']").click();
            assertThat(page.locator("[data-cart-count]")).hasText("2");
            assertThat(page.locator(".cart-line input[type=number]")).hasValue("2");

            page.locator(".cart-line .out button").click();

            assertThat(page.locator(".empty h1")).containsText("Giỏ hàng đang trống", PATIENTLY);
        }
    }

    @Test
    void aPurchaseIsFoundByCodeAndPhoneAndOnlySo() {
        try (var guest = BROWSER.visitor(360, false);
                var stranger = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(BROWSER.page(guest));
            shopper.puts(Shopper.PEPPER);
            shopper.tellsWhereTo(false);
            shopper.orders();
            var code = shopper.purchase();
            var page = stranger.newPage();

            lookUp(page, code, "0987654321");
            assertThat(page.locator(".notice.danger")).isVisible();
            lookUp(page, code.toLowerCase(Locale.ROOT), "0912345678");

            assertThat(page.locator("h1 .code")).hasText(code);
            Assertions.assertThat(page.url()).endsWith("/tra-cuu");
        }
    }

    private static void lookUp(Page page, String code, String phone) {
        page.navigate("/tra-cuu");
        page.locator("#f-code").fill(code);
        page.locator("#f-phone").fill(phone);
        page.locator("main form button").click();
    }

    @Test
    void aBuyerCallsAnOrderOff() {
        try (var guest = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(BROWSER.page(guest));
            shopper.puts(Shopper.PEPPER);
            shopper.tellsWhereTo(false);
            shopper.orders();
            shopper.purchase();

            shopper.page().locator(".cancel summary").press("Enter");
            shopper.page().locator(".cancel form button").click();

            assertThat(shopper.page().locator(".order-part h2")).hasText("Đơn này đã hủy");
        }
    }

    @Test
    void aSellerRefusesWithAReasonTheBuyerReads() {
        try (var guest = BROWSER.visitor(360, false);
                var seller = BROWSER.visitor(360, false)) {
            var shopper = new Shopper(BROWSER.page(guest));
            shopper.puts(Shopper.COFFEE);
            shopper.tellsWhereTo(false);
            shopper.orders();
            var code = shopper.purchase();
            var page = seller.newPage();
            Shopper.signIn(page, "0900000002", "/nguoi-ban");
            var card = page.locator("article[data-order^='" + code + "']");
            card.locator("summary").click();
            card.locator("input[name=words]").fill("Mưa lớn, chưa rang được cà phê");
            card.locator("form[action$='/tu-choi'] button").click();
            assertThat(page.locator(".notice.good")).isVisible();

            shopper.page().reload();

            assertThat(shopper.page().locator(".order-part")).containsText("Mưa lớn, chưa rang được cà phê");
        }
    }

    @Test
    void signingInLeadsBackToWhereTheSessionEnded() {
        try (var clerk = BROWSER.visitor(360, false)) {
            var page = clerk.newPage();
            page.navigate("/buu-cuc?ma=QT-000000-AAAAAA");
            page.locator("#f-login").fill("0900000004");
            page.locator("#f-password").fill("dacsan2026");
            page.locator("main form button.button:not(.quiet)").click();

            page.waitForURL("**/buu-cuc?ma=QT-000000-AAAAAA");
        }
    }
}
