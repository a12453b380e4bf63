package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A programme at the province's desk: made step by step, a shop invited and asked, offers approved, tried, bought,
 * counted and stopped; the platform's desk; and the province's part of it within a portal of others.
 */
class CampaignDesksIT {

    private static final String OFFICER = "0900000005";
    private static final String ADMINISTRATOR = "0900000006";
    private static final String SELLER = "0900000002";
    private static final String SHOPPER = "0900000001";
    private static final String DESK = "/ban-tinh/chuong-trinh";
    private static final String SHOP_DESK = "/nguoi-ban/uu-dai";
    private static final String PORTAL = "https://cong.quangtri.example";
    private static final String STRANGER = "https://trang.khac.example";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private final String word = Long.toString(ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31), 36);

    private static LocalDate today() {
        return LocalDate.ofInstant(WholeStack.now(), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static void fill(Page page, String field, Object value) {
        page.locator("#f-" + field).fill(value.toString());
    }

    private static void sends(Page page, String button) {
        page.locator(button).click();
        page.waitForURL("**vua=1**");
        page.waitForLoadState();
    }

    private static Locator card(Page page, String words) {
        return page.locator("article", new Page.LocatorOptions().setHasText(words));
    }

    /** In both languages, at a phone's and a desk's width. */
    private static void look(Page page, String path, String name) {
        for (var language : List.of("", "/en")) {
            page.navigate(language + path);
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, width < 700 ? 740 : 900);
                Soundness.check(page, "campaign-%s%s-%d".formatted(name, language.replace('/', '-'), width));
            }
        }
        page.setViewportSize(360, 740);
        page.navigate(path);
    }

    private void makesAProgramme(Page officer) {
        officer.navigate(DESK + "/moi/programmes");
        fill(officer, "name", "Tháng thử " + word);
        fill(officer, "code", "thang-" + word);
        fill(officer, "theme", "Mua hàng của mình");
        fill(officer, "from", today());
        fill(officer, "to", today().plusDays(20));
        sends(officer, "main form.card > button.wide");
        officer.navigate(DESK);
        card(officer, "Tháng thử " + word).locator("button[value=open]").click();
        officer.waitForURL("**vua=1**");
        officer.navigate(DESK + "/moi/campaigns");
        officer.locator("#f-programme").selectOption("thang-" + word);
        fill(officer, "name", "Đặc sản " + word);
        fill(officer, "code", "dac-san-" + word);
        fill(officer, "organiser", "UBND tỉnh Quảng Trị");
        sends(officer, "main form.card > button.wide");
    }

    /** By a part of its name, as it is typed without marks. */
    private void invites(Page officer, String shop) {
        officer.navigate(DESK);
        card(officer, "Đặc sản " + word).locator("a.button").click();
        officer.locator("#f-q").waitFor();
        fill(officer, "q", shop);
        officer.locator("main form[method=get] button").click();
        officer.waitForURL("**q=**");
        officer.locator(".choice", new Page.LocatorOptions().setHasText(shop))
                .first()
                .locator("input")
                .check();
        fill(officer, "message", "Mời gian hàng giảm giá mười ngày đầu.");
        sends(officer, "main form[method=post] button");
        assertThat(officer.locator("#da-moi + ul")).containsText(shop);
        look(officer, officer.url().substring(officer.url().indexOf(DESK)), "invite");
    }

    /** With some of its products, held to the law at the field. */
    private void takesPart(Page seller) {
        seller.navigate(SHOP_DESK);
        look(seller, SHOP_DESK, "shop-invited");
        seller.navigate(SHOP_DESK);
        card(seller, "Đặc sản " + word).locator("button[value=accept]").click();
        seller.waitForURL("**vua=1**");
        seller.locator("#f-chuong-trinh")
                .selectOption(new SelectOption().setLabel("Đặc sản " + word + " – UBND tỉnh Quảng Trị"));
        var goods = seller.locator(".choice", new Page.LocatorOptions().setHasText("à phê"));
        goods.first().locator("input").check();
        goods.last().locator("input").check();
        seller.locator("form[method=get] button.quiet").last().click();
        seller.locator("#de-nghi").waitFor();
        assertThat(seller.locator("main table tbody tr").first()).isVisible();
        look(seller, seller.url().substring(seller.url().indexOf(SHOP_DESK)), "shop-form");
        fill(seller, "name", "Giảm mười phần trăm " + word);
        fill(seller, "value", "99");
        fill(seller, "from", today());
        fill(seller, "to", today().plusDays(9));
        seller.locator("form[method=post]:has(#f-name) button").click();
        assertThat(seller.locator(".notice.danger")).containsText("81/2018");
        Soundness.check(seller, "campaign-shop-refused-360");
        fill(seller, "value", "10");
        sends(seller, "form[method=post]:has(#f-name) button");
        assertThat(card(seller, "Giảm mười phần trăm " + word)).containsText("Chờ duyệt");
    }

    private void approves(Page officer) {
        look(officer, DESK, "province");
        officer.navigate(DESK);
        officer.locator(".choice", new Page.LocatorOptions().setHasText("Giảm mười phần trăm " + word))
                .locator("input")
                .check();
        sends(officer, "button[value=APPROVE]");
        assertThat(officer.locator("#dang-chay + form")).containsText("Giảm mười phần trăm " + word);
    }

    /** Half of it is the shop's to bear, so that it is asked. */
    private void suggestsAnOffer(Page officer, Page seller, String shop) {
        officer.navigate(DESK + "/moi/offers");
        officer.locator("#f-campaignId")
                .selectOption(new SelectOption().setLabel("Đặc sản " + word + " – UBND tỉnh Quảng Trị"));
        fill(officer, "name", "Cùng giảm " + word);
        fill(officer, "code", "cung-giam-" + word);
        officer.locator("#f-stackingClass").selectOption("ITEM");
        fill(officer, "value", "5");
        fill(officer, "from", today());
        fill(officer, "to", today().plusDays(5));
        fill(officer, "budgetShare", "50");
        fill(officer, "seller", "50");
        fill(officer, "q", shop);
        officer.locator("button[value=shops]").click();
        assertThat(officer.locator("#hang [role=status]")).containsText("gian hàng muốn thêm");
        officer.locator(".choice", new Page.LocatorOptions().setHasText(shop))
                .first()
                .locator("input")
                .check();
        fill(officer, "q", "ca phe");
        officer.locator("button[value=listings]").click();
        assertThat(officer.locator("#hang [role=status]")).containsText("mặt hàng muốn thêm");
        assertThat(officer.locator("input[name=shops]")).isChecked();
        assertThat(officer.locator("input[name=listings]").first()).isVisible();
        Soundness.check(officer, "campaign-offer-found-360");
        sends(officer, "main form.card > button.wide");
        assertThat(officer.locator("#cho-gian-hang + form")).containsText("Cùng giảm " + word);
        seller.navigate(SHOP_DESK);
        var asked = card(seller, "Cùng giảm " + word);
        assertThat(asked).containsText("Được mời");
        asked.locator("button[value=accept]").click();
        seller.waitForURL("**vua=1**");
        assertThat(card(seller, "Cùng giảm " + word)).containsText("Đã duyệt");
    }

    @Test
    void aProgrammeIsMadeJoinedTriedAndStopped() {
        try (var province = BROWSER.visitor(360, true);
                var village = BROWSER.visitor(360, true);
                var town = BROWSER.visitor(360, true)) {
            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, DESK);
            makesAProgramme(officer);
            var seller = BROWSER.page(village);
            Shopper.signIn(seller, SELLER, SHOP_DESK);
            var shop = seller.locator(".desk-head p.soft").innerText();
            invites(officer, shop);
            takesPart(seller);
            approves(officer);
            suggestsAnOffer(officer, seller, shop);
            look(seller, SHOP_DESK, "shop");
            for (var step : List.of("programmes", "campaigns", "offers")) {
                look(officer, DESK + "/moi/" + step, "make-" + step);
            }

            var shopper = BROWSER.page(town);
            look(shopper, "/thang-tieu-dung-so?chuong-trinh=thang-" + word, "hub");
            shopper.navigate("/thang-tieu-dung-so?chuong-trinh=thang-" + word);
            var offer = card(shopper, "Giảm mười phần trăm " + word);
            var listing = offer.locator(".offer-goods a").first().getAttribute("href");
            new Shopper(shopper).puts(listing);
            new Shopper(shopper).tellsWhereTo(true);
            assertThat(shopper.locator("main")).containsText("Giảm mười phần trăm " + word);
            new Shopper(shopper).orders();
            Assertions.assertThat(new Shopper(shopper).purchase()).isNotEmpty();

            officer.navigate(DESK + "/xem-thu");
            fill(officer, "listing", listing);
            officer.locator("#f-people").selectOption("EXISTING");
            officer.locator("main form button").last().click();
            officer.locator("#ket-qua").waitFor();
            assertThat(officer.locator(".offer-lines")).containsText("Giảm mười phần trăm " + word);
            look(officer, officer.url().substring(officer.url().indexOf(DESK)), "preview");

            officer.navigate(DESK + "?chuong-trinh=thang-" + word);
            assertThat(officer.locator("#so-lieu ~ .bars").first()).containsText("1 đơn");
            look(officer, DESK + "?chuong-trinh=thang-" + word, "figures");
            officer.navigate(DESK);
            card(officer, "Tháng thử " + word).locator("button[value=stop]").click();
            officer.waitForURL("**vua=1**");
            shopper.navigate("/thang-tieu-dung-so?chuong-trinh=thang-" + word);
            assertThat(card(shopper, "Giảm mười phần trăm " + word)).containsText("Tạm dừng");
        }
        Assertions.assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    @Test
    void thePlatformsDeskAndAShoppersCodesAreSound() {
        try (var platform = BROWSER.visitor(360, true);
                var town = BROWSER.visitor(360, true)) {
            var administrator = BROWSER.page(platform);
            Authenticator.signIn(administrator, ADMINISTRATOR, "/quan-tri/chuong-trinh");
            look(administrator, "/quan-tri/chuong-trinh", "platform");
            look(administrator, "/quan-tri/chuong-trinh/moi/offers", "platform-offers");
            look(administrator, "/quan-tri/chuong-trinh/moi/campaigns", "platform-campaigns");
            look(administrator, "/quan-tri/chuong-trinh/xem-thu", "platform-preview");
            var shopper = BROWSER.page(town);
            shopper.navigate("/dang-nhap?ve=/thang-tieu-dung-so/cua-toi");
            fill(shopper, "login", SHOPPER);
            fill(shopper, "password", "dacsan2026");
            shopper.locator("main form button.button:not(.quiet)").click();
            shopper.waitForURL("**/cua-toi");
            look(shopper, "/thang-tieu-dung-so/cua-toi", "mine");
            shopper.navigate("/thang-tieu-dung-so/cua-toi");
            fill(shopper, "code", "KHONGCO");
            shopper.locator("form.offer-filters button").click();
            assertThat(shopper.locator("#e-code")).containsText("KHONGCO");
            Soundness.check(shopper, "campaign-mine-refused-360");
        }
        Assertions.assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    private static void isPortal(Page page, String portal) {
        page.route(
                portal + "/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<!doctype html><html lang=\"vi\"><title>Cổng thông tin</title><h1>Cổng</h1>"
                                + "<iframe title=\"Ưu đãi\" width=\"100%\" height=\"480\" src=\"" + WholeStack.site()
                                + "/thang-tieu-dung-so/nhung?tinh=44\"></iframe></html>")));
        page.navigate(portal + "/tin-tuc");
        page.waitForLoadState(LoadState.LOAD);
    }

    private static String policy(BrowserContext reader) {
        return reader.request()
                .get(WholeStack.site() + "/thang-tieu-dung-so/nhung?tinh=44")
                .headers()
                .get("content-security-policy");
    }

    @Test
    void onlyPortalsOfTheProvinceShowItsOffersWithinTheirPages() {
        try (var platform = BROWSER.visitor(1280, true);
                var reader = BROWSER.visitor(360, true)) {
            var administrator = BROWSER.page(platform);
            Authenticator.signIn(administrator, ADMINISTRATOR, "/quan-tri");
            administrator.navigate("/quan-tri/san/44");
            fill(administrator, "portals", PORTAL);
            administrator.locator("main form.card button.wide").click();
            administrator.waitForLoadState();
            administrator.navigate("/quan-tri/san/44");
            assertThat(administrator.locator("#f-portals")).hasValue(PORTAL);

            look(BROWSER.page(reader), "/thang-tieu-dung-so/nhung?tinh=44", "widget");
            await("the portal is named")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> policy(reader).endsWith("frame-ancestors " + PORTAL));
            // Not one whose console is watched: a browser complains of what it refuses, as it should.
            var page = reader.newPage();
            isPortal(page, STRANGER);
            Assertions.assertThat(page.frames().getLast().url()).startsWith("chrome-error:");
        }
        Assertions.assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("422"));
    }
}
