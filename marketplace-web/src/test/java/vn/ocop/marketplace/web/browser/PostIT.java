package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The post's day: labels, the scanner at the desk, and a courier whose phone is out of reach. */
class PostIT {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @Test
    void aCourierOutOfReachDeliversThreeAndOneIsRefused() throws Exception {
        try (var guest = BROWSER.visitor(360, true);
                var seller = BROWSER.visitor(1280, true);
                var clerk = BROWSER.visitor(1280, true);
                var courier = BROWSER.visitor(360, true)) {
            var shopper = new Shopper(BROWSER.page(guest));
            var purchases = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                purchases.add(buys(shopper, i == 0));
            }
            var shop = seller.newPage();
            Shopper.signIn(shop, "0900000002", "/nguoi-ban");
            var orders = new ArrayList<String>();
            for (var purchase : purchases) {
                orders.add(confirms(shop, purchase));
            }

            var desk = BROWSER.page(clerk);
            Shopper.signIn(desk, "0900000004", "/buu-cuc");
            Soundness.check(desk, "post-desk-1280");
            var numbers = new ArrayList<String>();
            for (var order : orders) {
                numbers.add(acceptsFromTheLabel(desk, order));
            }

            var phone = BROWSER.page(courier);
            Shopper.signIn(phone, "0900000004", "/buu-ta");
            for (var number : numbers) {
                takesOut(phone, number);
            }
            phone.evaluate("navigator.serviceWorker.ready.then(() => true)");
            phone.reload();
            Soundness.check(phone, "courier-360");

            courier.setOffline(true);
            for (var number : numbers.subList(0, 3)) {
                phone.locator("[data-stop='" + number + "'] form:has(input[value=DELIVERED]) button")
                        .click();
            }
            var refused = phone.locator("[data-stop='" + numbers.getLast() + "']");
            refused.locator("summary").click();
            refused.locator("select").selectOption("REFUSED");
            refused.locator("form:has(input[value=FAILED]) button").click();
            assertThat(phone.locator("#chua-gui")).containsText("4 thao tác chưa gửi", PATIENTLY);
            SiteBrowser.picture(phone, "courier-offline-360");

            courier.setOffline(false);
            assertThat(phone.locator("#chua-gui")).containsText("Đã gửi hết", PATIENTLY);
            phone.reload();
            assertThat(phone.locator("[data-stop]")).hasCount(0);

            scans(desk, numbers.getLast(), "RETURNING");
            scans(desk, numbers.getLast(), "RETURNED");
            for (var purchase : purchases.subList(0, 3)) {
                sees(shopper, purchase, "Đã giao hàng đến bạn");
            }
            sees(shopper, purchases.getLast(), "hàng đã trả về gian hàng");
            shop.navigate("/nguoi-ban?trang-thai=SENT_BACK");
            assertThat(shop.locator("article[data-order='" + orders.getLast() + "']"))
                    .containsText("Người nhận từ chối");
        }
    }

    /** The second time the page knows where to. */
    private static String buys(Shopper shopper, boolean first) {
        shopper.puts(Shopper.COFFEE);
        if (first) {
            shopper.tellsWhereTo(true);
        } else {
            shopper.page().navigate("/dat-hang");
        }
        shopper.paysBy("CASH_ON_DELIVERY");
        shopper.orders();
        return shopper.purchase();
    }

    private static String confirms(Page page, String purchase) {
        page.navigate("/nguoi-ban");
        var card = page.locator("article[data-order^='" + purchase + "']");
        var order = card.getAttribute("data-order");
        card.locator("form[action$='/nhan'] button").click();
        assertThat(page.locator(".notice.good")).containsText(order);
        return order;
    }

    /** The label comes as a PDF; what its bars say is what goes into the scan field. */
    private static String acceptsFromTheLabel(Page desk, String order) throws IOException {
        desk.navigate("/buu-cuc?ma=" + order);
        var parcel = desk.locator("[data-parcel='" + order + "']");
        var printed = desk.request().get(parcel.locator("a[href*='van-don']").getAttribute("href"));
        Assertions.assertThat(printed.headers().get("content-type")).startsWith("application/pdf");
        var number = ScannedCode.text(bars(printed.body()));
        assertThat(parcel.locator("h3")).hasText(number);
        scans(desk, number, "ACCEPTED");
        return number;
    }

    private static byte[] bars(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var bytes = new ByteArrayOutputStream()) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 203);
            ImageIO.write(page.getSubimage(0, 0, page.getWidth(), page.getHeight() / 2), "png", bytes);
            return bytes.toByteArray();
        }
    }

    private static void scans(Page desk, String number, String step) {
        desk.navigate("/buu-cuc");
        desk.locator("#f-step").selectOption(step);
        desk.locator("#f-scan").fill(number);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#ket-qua .good")).containsText(number, PATIENTLY);
        assertThat(desk.locator("#f-scan")).isFocused();
        assertThat(desk.locator("#vua-quet li").first()).containsText(number);
    }

    private static void takesOut(Page phone, String number) {
        phone.locator("#f-number").fill(number);
        phone.keyboard().press("Enter");
        assertThat(phone.locator("[data-stop='" + number + "']"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
    }

    private static void sees(Shopper shopper, String purchase, String words) {
        shopper.page().navigate("/don-hang/" + purchase);
        for (int look = 0; look < 40 && !shopper.page().content().contains(words); look++) {
            shopper.page().waitForTimeout(500);
            shopper.page().reload();
        }
        assertThat(shopper.page().locator(".order-part").first()).containsText(words);
    }

    @Test
    void withoutScriptsTheDeskIsAPlainForm() {
        try (var clerk = BROWSER.visitor(360, false)) {
            var desk = clerk.newPage();
            Shopper.signIn(desk, "0900000004", "/buu-cuc");
            desk.locator("#f-scan").fill("HA000000005VN");
            desk.keyboard().press("Enter");
            assertThat(desk.locator(".last-action .bad")).containsText("Không có bưu gửi");
            desk.locator("#f-ma").fill("Nguyễn Thị Thử");
            desk.keyboard().press("Enter");
            desk.waitForURL("**/buu-cuc/tim");
            Assertions.assertThat(desk.url()).doesNotContain("Nguy");
            Soundness.fits(desk);
        }
    }
}
