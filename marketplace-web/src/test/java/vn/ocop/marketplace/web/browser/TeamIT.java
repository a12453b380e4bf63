package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A province founds a community team, its head comes by a link, and whoever names its code is counted. */
class TeamIT {

    private static final String OFFICER = "0900000005";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static String phone() {
        return "096" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
    }

    private static void signsUp(Page page, String path, String phone) {
        page.navigate(path);
        page.locator("#f-name").fill("Nguyễn Văn Tổ");
        page.locator("#f-login").fill(phone);
        page.locator("main form button").click();
        page.locator("#f-code").fill(WholeStack.codeFor(phone));
        page.locator("main form button").click();
    }

    @Test
    void aTeamIsFoundedAndCountsWhomItBrought() {
        var name = "Tổ " + Long.toString(ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31), 36);
        try (var province = BROWSER.visitor(360, true);
                var hamlet = BROWSER.visitor(360, true);
                var neighbour = BROWSER.visitor(360, false)) {
            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh/to-so");
            officer.locator("#f-name").fill(name);
            officer.locator("#f-commune-name").fill("Khe Sanh");
            officer.locator("#f-hamlet").fill("Thôn Tân Hợp");
            officer.locator("main form.card button").last().click();
            officer.waitForURL("**vua=lap");
            Soundness.check(officer, "team-province");
            var card = officer.locator("article", new Page.LocatorOptions().setHasText(name));
            card.locator("form[action$='/to-truong'] button").click();
            var link = officer.locator(".notice code.code").innerText();

            var head = BROWSER.page(hamlet);
            signsUp(head, "/dang-ky?ve=" + link.substring(link.indexOf("/loi-moi/")), phone());
            head.waitForURL("**/loi-moi/**");
            head.locator("main form button").first().click();
            head.waitForLoadState();
            head.navigate("/to-so");
            head.locator("#ma-to").waitFor();
            Soundness.check(head, "team");
            var code = head.locator(".big code.code").innerText();

            var person = BROWSER.page(neighbour);
            signsUp(person, "/dang-ky?to=" + code.toLowerCase(java.util.Locale.ROOT), phone());
            person.waitForURL(url -> !url.contains("/dang-ky"));

            head.reload();
            assertThat(head.locator(".rungs").first().innerText()).containsPattern("Người mua[^0-9]*1");
        }
        assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
    }

    @Test
    void aCodeNobodyHasIsSaidAtOnce() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            page.navigate("/dang-ky?to=222222");
            Soundness.check(page, "sign-up-team");
            page.locator("#f-name").fill("Nguyễn Thị Mai");
            page.locator("#f-login").fill(phone());
            page.locator("main form button").click();
            page.locator("#e-team").waitFor();
            assertThat(page.locator("#e-team").innerText()).contains("Không có tổ nào");
            page.navigate("/to-so/ma");
            Soundness.check(page, "team-naming");
        }
    }
}
