package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Those who keep the platform's money: books, tax, rules, and whether everything runs that should. */
class MoneyDeskIT {

    private static final String ADMINISTRATOR = "0900000006";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @Test
    void changesARuleAndSeesTheBooksOnAPhone() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Authenticator.signIn(page, ADMINISTRATOR, "/ban-tien");
            assertThat(page.locator("main")).containsText("hai bên bằng nhau");
            assertThat(page.locator("main")).containsText("Tranh chấp thẻ");
            Soundness.check(page, "money-desk-360");

            page.navigate("/ban-tien/thanh-toan?ma=QT-000000-AAAAA");
            assertThat(page.locator("main")).containsText("Không có khoản thanh toán nào");
            Soundness.check(page, "money-payment-360");

            page.navigate("/ban-tien/thue");
            assertThat(page.locator("[data-tax=WITHHELD]")).hasCount(1);
            Soundness.check(page, "money-tax-360");

            page.navigate("/ban-tien/quy-tac");
            setsAFee(page, "3,5", "Thử một mức phí");
            assertThat(page.locator(".notice.good")).isVisible();
            assertThat(page.locator("#phi")).containsText("Thử một mức phí");
            setsAFee(page, "ba", "Mức sai");
            assertThat(page.locator("#phi .notice.danger")).isVisible();
            assertThat(page.locator("#phi-note")).hasValue("Mức sai");
            Soundness.check(page, "money-rules-360");

            page.navigate("/quan-tri/cong-viec");
            assertThat(page.locator("main")).containsText("Khóa sổ ngày");
            assertThat(page.locator("[data-late=true]")).hasCount(0);
            Soundness.check(page, "platform-jobs-360");
        }
        Assertions.assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    private static void setsAFee(Page page, String percent, String note) {
        page.locator("#phi summary").click();
        page.locator("#phi-percent").fill(percent);
        page.locator("#phi-note").fill(note);
        page.locator("#phi details form button").click();
    }
}
