package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From nothing to a first product that is found by search: a household opens a shop on a phone without script, an
 * officer lets it in, the household lists what it makes, the officer approves.
 */
class SellingIT {

    private static final String OFFICER = "0900000005";
    private static final String ADMINISTRATOR = "0900000006";
    private static final String SELLER = "0900000002";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static String digits(int many) {
        var digits = new StringBuilder();
        for (int i = 0; i < many; i++) {
            digits.append(ThreadLocalRandom.current().nextInt(10));
        }
        return digits.toString();
    }

    /** A word that nothing else is called by. */
    private static String word() {
        return "Thử nghiệm " + Long.toString(ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31), 36);
    }

    private static void signUp(Page page, String phone) {
        signUp(page, phone, WholeStack::codeFor);
    }

    /** With the code that the phone is sent. */
    static void signUp(Page page, String phone, UnaryOperator<String> codes) {
        page.navigate("/dang-ky?ve=/mo-gian-hang");
        page.locator("#f-name").fill("Hồ Thị Thử");
        page.locator("#f-login").fill(phone);
        page.locator("main form button").click();
        page.locator("#f-code").fill(codes.apply(phone));
        page.locator("main form button").click();
        page.waitForURL("**/mo-gian-hang");
    }

    /** Fills in one part of the shop's file and waits until it is saved. */
    private static void save(Page page, String part, Runnable filling) {
        var details = page.locator("details#" + part);
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
        filling.run();
        details.locator("button").click();
        page.waitForURL("**vua=" + part);
    }

    static void opensShop(Page page, String name) {
        applies(page, name);
        fillsIn(page);
        submits(page);
    }

    static void applies(Page page, String name) {
        Soundness.check(page, "opening-apply");
        page.locator("#f-name").fill(name);
        page.locator("#f-street").fill("Thôn 3");
        page.locator("#f-commune-name").fill("Khe Sanh");
        page.locator("button[value=apply]").click();
        var communes = page.locator("input[name=commune]");
        page.waitForCondition(() -> page.url().contains("/nguoi-ban/ho-so") || communes.count() > 0);
        if (communes.count() > 0) {
            Soundness.check(page, "opening-communes");
            page.locator("label.choice", new Page.LocatorOptions().setHasText("Quảng Trị"))
                    .first()
                    .click();
            page.locator("button[value=apply]").click();
        }
        page.waitForURL("**/nguoi-ban/ho-so**");
        Soundness.check(page, "opening-file");
    }

    static void fillsIn(Page page) {
        save(page, "terms", () -> {});
        save(page, "profile", () -> page.locator("#f-phone").fill("0912 345 678"));
        givesDocument(page);
        save(page, "bank", () -> {
            page.locator("#f-bankBin").selectOption(new SelectOption().setLabel("Agribank"));
            page.locator("#f-account").fill("0123456789");
            page.locator("#f-holder").fill("HO THI THU");
        });
        assertThat(page.locator("main").textContent()).contains("••••6789").doesNotContain("045123456789");
    }

    static void givesDocument(Page page) {
        save(page, "identity", () -> {
            page.locator("#f-representative").fill("Hồ Thị Thử");
            page.locator("#f-number").fill("045123456789");
        });
    }

    static void submits(Page page) {
        page.locator("#submit button").click();
        page.waitForURL("**vua=submit");
        Soundness.check(page, "opening-submitted");
    }

    private static void lists(Page page, String title) {
        page.navigate("/nguoi-ban/viec-can-lam");
        Soundness.check(page, "seller-todo-new");
        page.locator("main a[href*='/nguoi-ban/san-pham/moi']").click();
        Soundness.check(page, "wizard-pictures");
        page.locator("#f-anh").setInputFiles(new FilePayload("mat-ong.jpg", "image/jpeg", Officer.photograph()));
        page.locator("main form button.button").last().click();
        page.waitForURL("**buoc=**");
        Soundness.check(page, "wizard-what");
        page.locator("#f-title").fill(title);
        page.locator("#f-category")
                .selectOption(
                        page.locator("#f-category optgroup option").first().getAttribute("value"));
        fillAll(page.locator("input[name^=attribute-]"));
        page.locator("#f-description").fill("Mật ong rừng bà con lấy vào tháng ba, lọc một lần, không pha.");
        page.locator("main form button.button").last().click();
        page.locator("#f-price-0").waitFor();
        Soundness.check(page, "wizard-price");
        page.locator("#f-price-0").fill("120.000");
        page.locator("#f-stock-0").fill("20");
        page.locator("#f-weight-0").fill("500 g");
        page.locator("main form button.button").last().click();
        page.locator("progress").waitFor();
        Soundness.check(page, "wizard-preview");
        // What this group must tell was known only after it was chosen.
        assertThat(page.locator("main .error-line").allInnerTexts()).isEmpty();
        page.locator("button[value=IN_REVIEW]").click();
        page.waitForURL("**vua=gui");
    }

    private static void fillAll(Locator fields) {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.nth(i).inputValue().isEmpty()) {
                fields.nth(i).fill("500 g");
            }
        }
    }

    @Test
    void householdSellsItsFirstProduct() {
        var shop = word();
        var title = "Mật ong " + shop.toLowerCase(Locale.ROOT);
        try (var household = BROWSER.visitor(360, true);
                var province = BROWSER.visitor(360, true)) {
            var seller = BROWSER.page(household);
            var officer = BROWSER.page(province);
            signUp(seller, "097" + digits(7));
            opensShop(seller, shop);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh/gian-hang");
            Officer.opens(officer, shop);
            lists(seller, title);
            Officer.approves(officer, title);

            var found = BROWSER.page(household);
            Awaitility.await("the new listing is found")
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        found.navigate("/tim?q=" + title.replace(" ", "+"));
                        return cards(found, title).count() > 0;
                    });
            rests(seller, found, shop);
            suspended(officer, found, shop, title);
            answers(seller, officer, shop);
        }
    }

    private static Locator cards(Page page, String title) {
        return page.locator("main a[href*='/san-pham/']", new Page.LocatorOptions().setHasText(title));
    }

    /** A holiday is told on the shop's page. */
    private static void rests(Page seller, Page visitor, String shop) {
        seller.navigate("/nguoi-ban/ho-so");
        var today = LocalDate.ofInstant(WholeStack.now(), ZoneId.of("Asia/Ho_Chi_Minh"));
        seller.locator("#f-firstDay").fill(today.toString());
        seller.locator("#f-lastDay").fill(today.plusDays(2).toString());
        seller.locator("#holiday form").last().locator("button").click();
        seller.waitForURL("**vua=holiday");
        Soundness.check(seller, "opening-holiday");
        var path = Objects.requireNonNull(
                seller.locator("main a[href^='/gian-hang/']").first().getAttribute("href"));
        Awaitility.await("the shop's page tells")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    visitor.navigate(path);
                    return visitor.locator("main").innerText().contains("không nhận đơn");
                });
        Soundness.check(visitor, "shop-holiday");
    }

    /** By order of an authority the shop is suspended at once, and its listing is not found any more. */
    private static void suspended(Page officer, Page visitor, String shop, String title) {
        officer.navigate("/ban-tinh/gian-hang?loai=OPEN&q=" + shop.replace(" ", "+"));
        officer.locator("article h3 a", new Page.LocatorOptions().setHasText(shop))
                .click();
        officer.locator("a[href*='/ban-tinh/yeu-cau']", new Page.LocatorOptions().setHasText("Nhập"))
                .click();
        officer.locator("#f-authority").fill("Sở Công Thương");
        officer.locator("#f-number").fill("12/" + shop);
        officer.locator("#f-wanted").fill("Tạm ngừng gian hàng");
        officer.locator("main form").last().locator("button").click();
        officer.waitForURL("**vua=nhap");
        Soundness.check(officer, "province-requests");
        officer.locator("article a", new Page.LocatorOptions().setHasText("Gian hàng"))
                .first()
                .click();
        officer.locator("#f-reason").fill("Theo yêu cầu của Sở Công Thương");
        officer.locator("#f-legalOrder").fill("12/" + shop);
        officer.locator("button[value=SUSPEND]").click();
        officer.waitForURL("**vua=SUSPEND");
        Soundness.check(officer, "province-shop-suspended");
        officer.navigate("/ban-tinh/nhat-ky");
        Soundness.check(officer, "province-audit");
        assertThat(officer.locator("#results").innerText()).contains("Tạm ngừng gian hàng", "Đóng yêu cầu gỡ bỏ");
        Awaitility.await("the listing of a suspended shop is gone")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    visitor.navigate("/tim?q=" + title.replace(" ", "+"));
                    return cards(visitor, title).count() == 0;
                });
    }

    /** What its people say to that is heard at the province's desk. */
    private static void answers(Page seller, Page officer, String shop) {
        seller.navigate("/nguoi-ban/ho-so");
        Soundness.check(seller, "opening-suspended");
        seller.locator("#f-answer").fill("Sản phẩm đã có kết quả kiểm nghiệm mới, gửi Sở ngày 20/11.");
        seller.locator("#answer button").click();
        seller.waitForURL("**vua=answer");
        assertThat(seller.locator("#answer").innerText()).contains("đang xem");
        Soundness.check(seller, "opening-answered");
        officer.navigate("/ban-tinh/gian-hang?loai=ANSWERED&q=" + shop.replace(" ", "+"));
        Soundness.check(officer, "province-shops-answered");
        officer.locator("article h3 a", new Page.LocatorOptions().setHasText(shop))
                .click();
        assertThat(officer.locator("main").innerText()).contains("kết quả kiểm nghiệm mới");
        officer.locator("#f-reason").fill("Chờ Sở Công Thương xác nhận");
        officer.locator("button[value=UPHOLD]").click();
        officer.waitForURL("**vua=UPHOLD");
        Soundness.check(officer, "province-shop-upheld");
        seller.reload();
        assertThat(seller.locator("#answer").innerText()).contains("giữ việc tạm ngừng");
    }

    /** The same forms, without script: nothing looks at the pages here, they only have to work. */
    @Test
    void opensAShopWithoutScript() {
        try (var household = BROWSER.visitor(360, false)) {
            var page = BROWSER.page(household);
            signUp(page, "097" + digits(7));
            page.locator("#f-name").fill(word());
            page.locator("#f-street").fill("Thôn 3");
            page.locator("#f-commune-name").fill("Khe Sanh");
            page.locator("button[value=search]")
                    .or(page.locator("button[value=apply]"))
                    .first()
                    .click();
            var communes = page.locator("input[name=commune]");
            page.waitForCondition(() -> page.url().contains("/nguoi-ban/ho-so") || communes.count() > 0);
            if (communes.count() > 0) {
                communes.first().check();
                page.locator("button[value=apply]").click();
                page.waitForURL("**/nguoi-ban/ho-so**");
            }
            save(page, "terms", () -> {});
            save(page, "profile", () -> page.locator("#f-phone").fill("0912 345 678"));
            assertThat(page.locator("main").innerText()).contains("giấy tờ");
        }
    }

    @Test
    void desksAreSoundOnAPhone() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Shopper.signIn(page, SELLER, "/nguoi-ban");
            for (var path : List.of(
                    "/nguoi-ban/viec-can-lam", "/nguoi-ban/san-pham", "/nguoi-ban/chung-nhan", "/nguoi-ban/ho-so")) {
                page.navigate(path);
                Soundness.check(page, "seller-" + path.substring(path.lastIndexOf('/') + 1));
            }
            page.navigate("/nguoi-ban/san-pham");
            page.locator("article h3 a").first().click();
            Soundness.check(page, "seller-listing");
        }
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            page.navigate(Shopper.COFFEE);
            var certificate = page.locator("a[href^='/chung-nhan/']").first();
            certificate.waitFor();
            page.navigate(Objects.requireNonNull(certificate.getAttribute("href")));
            Soundness.check(page, "certificate");
        }
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Authenticator.signIn(page, ADMINISTRATOR, "/ban-tim-kiem");
            Soundness.check(page, "search-desk");
            page.navigate("/quan-tri");
            Soundness.check(page, "platform-floors");
            page.locator("a[href$='/quan-tri/san/12']").click();
            page.waitForURL("**/quan-tri/san/12");
            Soundness.check(page, "platform-floor");
            page.locator("#f-headline").fill("Hương vị Lai Châu");
            page.locator("#f-banner")
                    .setInputFiles(new FilePayload("dau-trang.jpg", "image/jpeg", Officer.photograph()));
            page.locator("main form button").click();
            page.waitForURL("**vua=luu");
            Soundness.checkAtBothWidths(page, "platform-floor-banner");
            page.navigate("/tinh/lai-chau");
            page.locator(".hero .banner").waitFor();
            Soundness.checkAtBothWidths(page, "floor-banner");
            page.navigate("/quan-tri/san/12");
            assertThat(page.locator("#f-headline").inputValue()).isEqualTo("Hương vị Lai Châu");
            page.navigate("/quan-tri/nhom?ma=s26");
            Soundness.check(page, "platform-categories");
            page.navigate("/quan-tri/nguoi-dung");
            page.locator("#f-q").fill("0900000002");
            page.locator("main form button").click();
            page.locator("article").waitFor();
            Soundness.check(page, "platform-people");
            page.navigate("/quan-tri/nhat-ky");
            Soundness.check(page, "platform-log");
            page.navigate("/cach-xep-hang");
            Soundness.check(page, "ranking");
        }
    }
}
