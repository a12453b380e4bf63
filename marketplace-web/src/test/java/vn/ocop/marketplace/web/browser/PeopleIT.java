package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing up by code, one's account, and coming to work at a shop by invitation: on a phone, without script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String OWNER = "0900000003";

    private SiteBrowser browser;

    @BeforeAll
    void open() {
        browser = SiteBrowser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String newPhone() {
        return "098" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
    }

    /** The code last sent to a phone, read where the local stack shows it. */
    private static String codeFor(String phone) {
        var pattern = Pattern.compile(Pattern.quote("+84" + phone.substring(1)) + "</b><br>(\\d{6})");
        return Objects.requireNonNull(Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            var found = pattern.matcher(WholeStack.messages());
                            return found.find() ? found.group(1) : null;
                        },
                        Objects::nonNull));
    }

    private void sound(Page page) {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                .as(page.url())
                .isZero();
        assertThat(new AxeBuilder(page)
                        .withTags(WCAG).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml())
                                .toList())
                .as(page.url())
                .isEmpty();
    }

    private void signUp(Page page, String from, String phone) {
        page.navigate(from);
        sound(page);
        page.locator("#f-name").fill("Nguyễn Thị Thử");
        page.locator("#f-login").fill(phone);
        page.locator("main form button").click();
        page.locator("#f-code").waitFor();
        sound(page);
        page.locator("#f-code").fill(codeFor(phone));
        page.locator("main form button").click();
        page.waitForURL(url -> !url.contains("/dang-ky"));
    }

    @Test
    void signsUpByCodeAndKeepsTheAccount() {
        try (var visitor = browser.visitor(360, true)) {
            var page = browser.page(visitor);
            page.navigate("/dang-nhap");
            sound(page);
            page.navigate("/van-ban");
            sound(page);
            signUp(page, "/dang-ky?ve=/tai-khoan", newPhone());
            page.waitForURL("**/tai-khoan");
            sound(page);
            page.locator("form[action$='/tai-khoan/xac-thuc'] button").click();
            page.locator(".qr path").last().waitFor();
            sound(page);
            page.locator("form[action$='/tai-khoan/dong-y'] button").click();
            page.locator(".notice.good").waitFor();
            assertThat(page.locator("main").innerText()).contains("Đồng ý: Nhận tin");
            page.navigate("/noi-lam-viec");
            sound(page);
        }
    }

    @Test
    void comesToWorkByInvitation() {
        String link;
        try (var visitor = browser.visitor(360, true)) {
            var page = browser.page(visitor);
            Shopper.signIn(page, OWNER, "/nguoi-ban");
            page.navigate("/noi-lam-viec");
            sound(page);
            page.locator("a[href$='/nhan-su']").first().click();
            page.locator("#f-note").fill("Người giúp đơn hàng");
            page.locator("form[action$='/moi'] input[name=p-SHOP_ORDERS]").check();
            page.locator("form[action$='/moi'] button").click();
            link = page.locator(".notice code").innerText();
            sound(page);
        }
        var path = link.substring(link.indexOf("/loi-moi/"));
        try (var visitor = browser.visitor(360, false)) {
            var page = visitor.newPage();
            page.navigate(path);
            page.locator("a[href*='/dang-ky']").click();
            var phone = newPhone();
            page.locator("#f-name").fill("Người giúp đơn hàng");
            page.locator("#f-login").fill(phone);
            page.locator("main form button").click();
            page.locator("#f-code").fill(codeFor(phone));
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
