package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing up by code, one's account, and coming to work at a shop by invitation: on a phone, without script. */
class PeopleIT {

    private static final String OWNER = "0900000003";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static String newPhone() {
        return "098" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
    }

    private void signUp(Page page, String from, String phone) {
        page.navigate(from);
        Soundness.check(page);
        page.locator("#f-name").fill("Nguyễn Thị Thử");
        page.locator("#f-login").fill(phone);
        page.locator("main form button").click();
        page.locator("#f-code").waitFor();
        Soundness.check(page);
        page.locator("#f-code").fill(WholeStack.codeFor(phone));
        page.locator("main form button").click();
        page.waitForURL(url -> !url.contains("/dang-ky"));
    }

    @Test
    void signsUpByCodeAndKeepsTheAccount() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            page.navigate("/dang-nhap");
            Soundness.check(page);
            page.navigate("/van-ban");
            Soundness.check(page);
            signUp(page, "/dang-ky?ve=/tai-khoan", newPhone());
            page.waitForURL("**/tai-khoan");
            Soundness.check(page);
            page.locator("form[action$='/tai-khoan/xac-thuc'] button").click();
            page.locator(".qr path").last().waitFor();
            Soundness.check(page);
            page.locator("form[action$='/tai-khoan/dong-y'] button").click();
            page.locator(".notice.good").waitFor();
            assertThat(page.locator("main").innerText()).contains("Đồng ý: Nhận tin");
            page.navigate("/noi-lam-viec");
            Soundness.check(page);
        }
    }

    /** At the desk that stands for VNeID here, by authorization code with PKCE and back. */
    @Test
    void isVouchedForByTheIdentityProvider() {
        var phone = newPhone();
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            page.navigate("/dang-nhap");
            page.locator("a[href*='/dang-nhap/danh-tinh/di']").click();
            page.locator("#other #name").waitFor();
            assertThat(page.locator("main").innerText()).contains("Chỉ để chạy thử");
            Soundness.check(page, "identity-desk");
            page.locator("#other #name").fill("Hồ Thị Thử");
            page.locator("#other #phone").fill(phone);
            page.locator("#other button").click();
            page.waitForURL(url -> url.startsWith(WholeStack.site()) && !url.contains("/dang-nhap"));
            page.navigate("/mo-gian-hang");
            SellingIT.opensShop(page, "Hộ định danh " + phone.substring(6));
            assertThat(page.locator("#identity").textContent()).contains("xác thực điện tử");
        }
    }

    @Test
    void comesToWorkByInvitation() {
        String link;
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Shopper.signIn(page, OWNER, "/nguoi-ban");
            page.navigate("/noi-lam-viec");
            Soundness.check(page);
            page.locator("a[href$='/nhan-su']").first().click();
            page.locator("#f-note").fill("Người giúp đơn hàng");
            page.locator("form[action$='/moi'] input[name=p-SHOP_ORDERS]").check();
            page.locator("form[action$='/moi'] button").click();
            link = page.locator(".notice code").innerText();
            Soundness.check(page);
        }
        var path = link.substring(link.indexOf("/loi-moi/"));
        try (var visitor = BROWSER.visitor(360, false)) {
            var page = visitor.newPage();
            page.navigate(path);
            page.locator("a[href*='/dang-ky']").click();
            var phone = newPhone();
            page.locator("#f-name").fill("Người giúp đơn hàng");
            page.locator("#f-login").fill(phone);
            page.locator("main form button").click();
            page.locator("#f-code").fill(WholeStack.codeFor(phone));
            page.locator("main form button").click();
            page.waitForURL("**/loi-moi/**");
            page.locator("main form button").click();
            page.waitForURL("**/noi-lam-viec");
            page.locator("a[href*='/nguoi-ban']").first().click();
            page.locator(".tiles").waitFor();
            assertThat(page.locator("main").innerText()).contains("Tiêu Cùa");
            page.navigate(path);
            assertThat(page.locator("main").innerText()).contains("đã được dùng");
        }
    }
}
