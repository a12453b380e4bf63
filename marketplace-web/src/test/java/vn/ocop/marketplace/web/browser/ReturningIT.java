package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** After the door: something is wrong, the buyer says so, the shop answers; and what the shop sees of its money. */
class ReturningIT {

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @Test
    void asksMoneyBackWithAPhotographAndTheShopAgrees() throws IOException {
        try (var guest = BROWSER.visitor(360, true);
                var seller = BROWSER.visitor(360, true);
                var clerk = BROWSER.visitor(1280, false)) {
            var shopper = new Shopper(BROWSER.page(guest));
            var page = shopper.page();
            shopper.puts(Shopper.COFFEE);
            shopper.tellsWhereTo(true);
            shopper.paysBy("CASH_ON_DELIVERY");
            shopper.orders();
            var code = shopper.purchase();
            isDelivered(seller.newPage(), clerk.newPage(), code);
            seesOnReload(page, "Đã giao hàng đến bạn");

            page.getByText("Báo vấn đề với đơn này").click();
            assertThat(page.locator("h1")).hasText("Báo vấn đề với đơn hàng");
            Soundness.check(page, "return-ask-360");
            page.locator("input[value=SPOILED]").check();
            page.locator("#f-words").fill("Gói cà phê bị mốc bên trong");
            page.locator("#f-anh").setInputFiles(photograph());
            page.locator("form[enctype] button.button").first().click();
            assertThat(page.locator(".notice.good")).containsText("Đã gửi yêu cầu");
            assertThat(page.locator("[data-return=ASKED]")).containsText("Gói cà phê bị mốc bên trong");
            Soundness.check(page, "return-asked-360");

            var desk = BROWSER.page(seller);
            desk.navigate("/nguoi-ban/tra-hang");
            var about = desk.locator("[data-return=ASKED]").first();
            assertThat(about.locator("img")).not().hasCount(0);
            Soundness.check(desk, "seller-returns-360");
            about.locator("textarea").fill("Xin lỗi bạn, chúng tôi hoàn tiền");
            about.locator("button[value=ACCEPT]").click();
            assertThat(desk.locator(".notice.good")).isVisible();

            seesOnReload(page, "Đã đồng ý hoàn tiền");
            page.locator("#f-bin").selectOption("970436");
            page.locator("#f-account").fill("0011002233");
            page.locator("#f-holder").fill("NGUYEN THI THU");
            page.locator("form[action$='tai-khoan-hoan'] button").click();
            assertThat(page.locator(".notice.good")).isVisible();
            Soundness.check(page, "returned-360");
        }
        Assertions.assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void theSellerNamesAnAccountAndReadsTheStatement() {
        try (var seller = BROWSER.visitor(360, true)) {
            var desk = BROWSER.page(seller);
            Shopper.signIn(desk, "0900000003", "/nguoi-ban");
            desk.navigate("/nguoi-ban/tien");
            desk.locator("#f-bin").selectOption("970436");
            desk.locator("#f-number").fill("0099887766");
            desk.locator("#f-holder").fill("HTX TIEU CUA");
            desk.locator("form[action$='tai-khoan'] button").click();
            assertThat(desk.locator(".notice.good")).containsText("Đã lưu");
            assertThat(desk.locator("main")).containsText("…7766");
            Soundness.check(desk, "seller-money-360");
            var file = desk.waitForDownload(() -> desk.getByText("Tải PDF").click());
            Assertions.assertThat(file.suggestedFilename()).endsWith(".pdf");
        }
    }

    private static FilePayload photograph() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return new FilePayload("goi-hang.jpg", "image/jpeg", bytes.toByteArray());
    }

    private static void isDelivered(Page seller, Page desk, String code) {
        Shopper.signIn(seller, "0900000002", "/nguoi-ban");
        var card = seller.locator("article[data-order^='" + code + "']");
        var order = card.getAttribute("data-order");
        card.locator("form[action$='/nhan'] button").click();
        assertThat(seller.locator(".notice.good")).containsText(order);
        Shopper.signIn(desk, "0900000004", "/buu-cuc");
        var parcel = desk.locator("[data-parcel='" + order + "']");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            desk.locator("#f-ma").fill(order.toLowerCase(Locale.ROOT));
            desk.keyboard().press("Enter");
            desk.waitForURL("**ma=**");
            return parcel.count() == 1;
        });
        parcel.locator("form button").click();
        var number = desk.locator(".last-action .number").innerText();
        desk.locator("#f-ma").fill(number);
        desk.keyboard().press("Enter");
        desk.locator(".parcel form button").click();
        assertThat(desk.locator(".last-action")).containsText("Đã giao");
    }

    private static void seesOnReload(Page page, String text) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.reload();
            return page.locator("main").innerText().contains(text);
        });
    }
}
