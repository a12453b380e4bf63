package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The post's day: labels, the scanner at the desk, a courier whose phone is out of reach, and the cash from the door to
 * the platform's books.
 */
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
            int stock = stock(shop);
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
            var cash = new LinkedHashMap<String, Long>();
            for (var number : numbers.subList(0, 3)) {
                cash.put(
                        number,
                        sum(phone.locator("[data-stop='" + number + "'] .cash b")
                                .innerText()));
            }

            courier.setOffline(true);
            signs(phone, numbers.getFirst());
            for (var number : numbers.subList(0, 3)) {
                phone.locator("[data-stop='" + number + "'] form:has(input[value=DELIVERED]) button.wide")
                        .click();
            }
            var refused = phone.locator("[data-stop='" + numbers.getLast() + "']");
            refused.locator(".parcel-do > details > summary").click();
            refused.locator("select").selectOption("REFUSED");
            refused.locator("form:has(input[value=FAILED]) button").click();
            // Four scans and a signature.
            assertThat(phone.locator("#chua-gui")).containsText("5 thao tác chưa gửi", PATIENTLY);
            assertThat(phone.locator("[data-stop='" + numbers.getFirst() + "'] .cash"))
                    .containsText("Đã thu");
            assertThat(refused.locator(".cash")).containsText("Chưa thu được");
            SiteBrowser.picture(phone, "courier-offline-360");

            courier.setOffline(false);
            assertThat(phone.locator("#chua-gui")).containsText("Đã gửi hết", PATIENTLY);
            phone.reload();
            for (var number : numbers) {
                assertThat(phone.locator("[data-stop='" + number + "']")).hasCount(0);
            }

            desk.navigate("/buu-cuc?ma=" + numbers.getFirst());
            var signature = desk.request().get(desk.locator("[data-proofs] a").getAttribute("href"));
            Assertions.assertThat(signature.headers().get("content-type")).isEqualTo("image/png");

            scans(desk, numbers.getLast(), "RETURNING");
            scans(desk, numbers.getLast(), "RETURNED");
            for (var purchase : purchases.subList(0, 3)) {
                sees(shopper, purchase, "Đã giao hàng đến bạn");
            }
            sees(shopper, purchases.getLast(), "hàng đã trả về gian hàng");
            shop.navigate("/nguoi-ban?trang-thai=SENT_BACK");
            assertThat(shop.locator("article[data-order='" + orders.getLast() + "']"))
                    .containsText("Người nhận từ chối");
            // One of the four is on the shelf again.
            Assertions.assertThat(stock(shop)).isEqualTo(stock + 1);

            goesIntoTheTill(
                    desk, cash.values().stream().mapToLong(Long::longValue).sum());
            comesToThePlatform(cash);
        }
    }

    private static void signs(Page phone, String number) {
        var stop = phone.locator("[data-stop='" + number + "']");
        stop.locator("[data-proof] summary").click();
        stop.locator(".signature").scrollIntoViewIfNeeded();
        var box = stop.locator(".signature").boundingBox();
        phone.mouse().move(box.x + 30, box.y + 60);
        phone.mouse().down();
        phone.mouse().move(box.x + 90, box.y + 20);
        phone.mouse().move(box.x + 150, box.y + 70);
        phone.mouse().up();
    }

    private static int stock(Page shop) {
        shop.navigate("/nguoi-ban/san-pham");
        return Integer.parseInt(
                shop.locator("[data-listing]:has(h3:has-text('Cà phê Khe Sanh rang xay')) input[name^='ton-truoc-']")
                        .first()
                        .getAttribute("value"));
    }

    private static long sum(String shown) {
        return Long.parseLong(shown.replaceAll("\\D", ""));
    }

    /** The courier counts out what the deliveries brought; at night the till is what it was in the morning. */
    private static void goesIntoTheTill(Page desk, long cash) {
        desk.navigate("/buu-cuc/ca");
        desk.locator("[data-till=closed] input[name=amount]").fill("500.000");
        desk.locator("[data-till=closed] button").click();
        var bag = desk.locator("[data-bag]").first();
        long inBag = Long.parseLong(bag.locator("[data-amount]").getAttribute("data-amount"));
        Assertions.assertThat(inBag).isGreaterThanOrEqualTo(cash);
        Soundness.check(desk, "post-till-1280");

        bag.locator("input[name=amount]").fill(String.valueOf(inBag - 1_000));
        bag.locator("button").click();
        assertThat(desk.locator(".notice.danger")).containsText("Số tiền khác với sổ");
        desk.locator("[data-bag] input[name=amount]").first().fill(String.valueOf(inBag));
        desk.locator("[data-bag] button").first().click();
        assertThat(desk.locator("[data-expected]")).hasAttribute("data-expected", String.valueOf(500_000 + inBag));
        assertThat(desk.locator("[data-bag]")).hasCount(0);

        desk.locator("[data-deposit] input[name=amount]").fill(String.valueOf(inBag));
        desk.locator("[data-deposit] input[name=note]").fill("GNT 0042");
        desk.locator("[data-deposit] button").click();
        assertThat(desk.locator("[data-expected]")).hasAttribute("data-expected", "500000");
        desk.locator("[data-close] input[name=amount]").fill("500000");
        desk.locator("[data-close] button").click();
        assertThat(desk.locator("[data-shift]").first()).containsText("Khớp");
    }

    /** The carrier's list is matched line by line, and both sides of the books are the same afterwards. */
    private static void comesToThePlatform(Map<String, Long> cash) {
        try (var administrator = BROWSER.visitor(1280, true)) {
            var page = BROWSER.page(administrator);
            Authenticator.signIn(page, "0900000006", "/ban-van-chuyen");
            Soundness.check(page, "carriers-money-1280");
            var list = new StringBuilder();
            cash.forEach((number, amount) ->
                    list.append(number).append('\t').append(amount).append('\n'));
            page.locator("[data-remittance] input[name=bankRef]").fill("FT2611220042");
            page.locator("[data-remittance] textarea").fill(list.toString());
            page.locator("[data-remittance] button").click();
            var remitted = page.locator("[data-remitted=FT2611220042]");
            assertThat(remitted.locator("[data-matched]"))
                    .hasAttribute(
                            "data-matched",
                            String.valueOf(cash.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()));
            page.navigate("/ban-van-chuyen/don-vi");
            assertThat(page.locator("[data-figures=vnpost]")).containsText("Đã giao");
            Soundness.check(page, "carriers-1280");
            page.navigate("/ban-van-chuyen/xem-lai");
            Soundness.check(page);
            page.navigate("/ban-van-chuyen/bang-gia");
            Soundness.check(page, "carriers-rates-1280");
            var sheet = page.request()
                    .get(page.locator("[data-rates=vnpost] a").getAttribute("href"))
                    .body();
            page.locator("[data-rates=vnpost] input[type=file]")
                    .setInputFiles(new FilePayload("bang-gia.xlsx", "application/octet-stream", sheet));
            page.locator("[data-rates=vnpost] button").click();
            assertThat(page.locator(".notice.good")).containsText("thay đổi 0 dòng");
            page.navigate("/ban-tien");
            assertThat(page.locator("main")).containsText("hai bên bằng nhau");
        }
    }

    @Test
    void manyAtOnceChangeHandsWithAListToSign() {
        try (var clerk = BROWSER.visitor(360, true)) {
            var desk = BROWSER.page(clerk);
            Shopper.signIn(desk, "0900000004", "/buu-cuc");
            desk.navigate("/buu-cuc/ban-giao");
            desk.locator("[data-hand-over] textarea").fill("HA999999991VN HA999999982VN");
            desk.locator("[data-hand-over] button").click();
            assertThat(desk.locator(".notice.danger")).containsText("Không có bưu gửi nào trong danh sách");
            assertThat(desk.locator("[data-hand-over] textarea")).hasValue("HA999999991VN\nHA999999982VN");
            Soundness.check(desk, "post-hand-over-360");
            desk.navigate("/buu-cuc/ca");
            Soundness.check(desk, "post-till-360");
            desk.navigate("/buu-cuc/so-lieu");
            Soundness.check(desk, "post-figures-360");
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
