package vn.ocop.marketplace.web.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop keeps a paper, puts it to its certificate, and the officer of its province reads it. */
class VaultIT {

    private static final String SELLER = "0900000002";
    private static final String OFFICER = "0900000005";
    private static final byte[] PAPER = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(US_ASCII);

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @Test
    void aPaperGoesFromTheVaultToTheOfficer() throws Exception {
        var title = "Giấy ATTP " + Long.toString(ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31), 36);
        String papers;
        try (var shop = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(shop);
            Shopper.signIn(page, SELLER, "/nguoi-ban");
            keeps(page, title);
            page.navigate("/nguoi-ban/chung-nhan");
            page.locator("main a[href*='/kho-ho-so/chung-nhan/']").first().click();
            page.waitForURL("**/kho-ho-so/chung-nhan/**");
            page.locator("label.check", new Page.LocatorOptions().setHasText(title))
                    .locator("input")
                    .check();
            Soundness.check(page, "vault-attach");
            page.locator("main form.card button").click();
            page.waitForURL("**vua=luu**");
            var certificate = page.url().replaceFirst(".*/chung-nhan/([^?]+).*", "$1");
            var owner = Objects.requireNonNull(
                    page.locator("input[name=shop]").first().getAttribute("value"));
            papers = "/ban-tinh/chung-nhan/" + owner + "/" + certificate + "/giay-to";
        }
        try (var province = BROWSER.visitor(360, true)) {
            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh/chung-nhan");
            officer.navigate(papers);
            Soundness.check(officer, "vault-officer");
            var read =
                    officer.waitForDownload(() -> officer.locator("main a", new Page.LocatorOptions().setHasText(title))
                            .click());
            assertThat(Files.readAllBytes(read.path())).isEqualTo(PAPER);
        }
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private static void keeps(Page page, String title) {
        page.navigate("/nguoi-ban/kho-ho-so");
        page.locator("#f-tep").setInputFiles(new FilePayload("attp.pdf", "application/pdf", PAPER));
        page.locator("#f-kind").selectOption("FOOD_SAFETY");
        page.locator("#f-title").fill(title);
        var soon = LocalDate.ofInstant(WholeStack.now(), ZoneId.of("Asia/Ho_Chi_Minh"))
                .plusDays(20);
        page.locator("#f-validTo").fill(soon.toString());
        page.locator("form[enctype] button").click();
        page.waitForURL("**vua=them**");
        Soundness.check(page, "vault");
        assertThat(page.locator("main").innerText()).contains(title).containsIgnoringCase("sắp hết hạn");
    }
}
