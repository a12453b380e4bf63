package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A household that has nothing but a phone sells its first product with a clerk's help, on a phone's width, in under 40
 * interactions: shop and product go to the officers by its own word, search finds what they let in, somebody buys it.
 */
class HelpingIT {

    private static final String CLERK = "0900000004";
    private static final String OFFICER = "0900000005";
    private static final int MOST_INTERACTIONS = 39;

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    /** Counts everything that is done by hand. */
    private static final class Hands {

        private final Page page;
        private int done;

        private Hands(Page page) {
            this.page = page;
        }

        void fill(String field, String text) {
            page.locator(field).first().fill(text);
            done++;
        }

        void choose(String field, String value) {
            page.locator(field).selectOption(value);
            done++;
        }

        void click(String what) {
            page.locator(what).first().click();
            done++;
        }

        void photograph(String field) {
            page.locator(field).setInputFiles(new FilePayload("tieu.jpg", "image/jpeg", Officer.photograph()));
            done++;
        }

        /** Login, password and button. */
        void signIn(String login, String desk) {
            Shopper.signIn(page, login, desk);
            done += 3;
        }
    }

    @Test
    void householdSellsItsFirstProductWithTheClerksHelp() {
        var phone = "098" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
        var name = "Hồ Thị " + Long.toString(ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31), 36);
        var product = "Tiêu Cùa nhà bà " + name.substring(7);
        try (var visitor = BROWSER.visitor(360, true);
                var province = BROWSER.visitor(360, true);
                var stranger = BROWSER.visitor(360, true)) {
            var hands = new Hands(BROWSER.page(visitor));
            var agreed = asks(hands, name, phone);
            opensShop(hands);
            fillsIn(hands, name);
            drafts(hands, product, name);
            confirms(hands, phone, agreed);
            assertThat(hands.done).isLessThanOrEqualTo(MOST_INTERACTIONS);

            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh/gian-hang");
            Officer.opens(officer, "Hộ " + name);
            Officer.approves(officer, product);

            var shopper = new Shopper(BROWSER.page(stranger));
            shopper.puts(found(shopper.page(), product));
            shopper.tellsWhereTo(true);
            shopper.paysBy("CASH_ON_DELIVERY");
            shopper.orders();
            assertThat(shopper.purchase()).isNotEmpty();
        }
        assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
    }

    /** The code by which the household said yes. */
    private static String asks(Hands hands, String name, String phone) {
        hands.signIn(CLERK, "/buu-cuc");
        hands.click("a[href*='/giup-ban-hang']");
        hands.page.locator("#f-householdName").waitFor();
        Soundness.check(hands.page, "helping");
        hands.fill("#f-householdName", name);
        hands.fill("#f-phone", phone);
        hands.click("form[action$='/giup-ban-hang'] button");
        hands.page.locator("#f-code").waitFor();
        Soundness.check(hands.page, "helping-agree");
        var code = WholeStack.codeFor(phone);
        hands.fill("#f-code", code);
        hands.click("form[action$='/dong-y'] button");
        return code;
    }

    private static void opensShop(Hands hands) {
        hands.page.locator("#f-street").waitFor();
        Soundness.check(hands.page, "helping-shop");
        hands.fill("#f-street", "Thôn 3");
        hands.fill("#f-commune-name", "Khe Sanh");
        hands.click("form[action$='/gian-hang'] button");
        hands.page.locator(".found input, #identity").first().waitFor();
        if (hands.page.locator(".found input").count() > 0) {
            hands.click("label.choice:has-text('Quảng Trị')");
            hands.click("form[action$='/gian-hang'] button");
        }
        hands.page.waitForURL("**/nguoi-ban/ho-so?**");
    }

    private static void mustSayForWhom(Page page, String name) {
        assertThat(page.locator("main").innerText()).contains("Bạn đang làm thay cho " + name);
    }

    private static void fillsIn(Hands hands, String name) {
        mustSayForWhom(hands.page, name);
        Soundness.check(hands.page, "helping-profile");
        hands.fill("#identity input[name=number]", "045123456789");
        hands.click("#identity button");
        hands.page.waitForURL("**vua=identity**");
        hands.choose("#f-bankBin", "970436");
        hands.fill("#f-account", "0123456789");
        hands.click("#bank button");
        hands.page.waitForURL("**vua=bank**");
    }

    private static void drafts(Hands hands, String product, String name) {
        hands.click("nav.desk-tabs a[href*='/nguoi-ban/san-pham']");
        hands.page.waitForURL("**/nguoi-ban/san-pham**");
        mustSayForWhom(hands.page, name);
        hands.click("a[href*='/san-pham/moi']");
        hands.photograph("#f-anh");
        hands.click("form[enctype] button");
        hands.page.locator("#f-title").waitFor();
        mustSayForWhom(hands.page, name);
        hands.fill("#f-title", product);
        hands.choose("#f-category", "s10");
        hands.fill("#f-attribute-net_weight", "200 g");
        hands.fill("#f-attribute-origin", "Khe Sanh, Quảng Trị");
        hands.fill("#f-attribute-ingredients", "Hạt tiêu đen");
        hands.fill("#f-attribute-shelf_life", "24 tháng");
        hands.fill("#f-attribute-storage", "Nơi khô ráo");
        hands.click("form[action$='/thong-tin'] button");
        hands.page.locator("form[action$='/gia']").waitFor();
        hands.fill("#f-price-0", "85000");
        hands.fill("#f-stock-0", "40");
        hands.fill("#f-weight-0", "250");
        hands.click("form[action$='/gia'] button");
        hands.page.locator("progress").waitFor();
        Soundness.check(hands.page, "helping-preview");
        assertThat(hands.page.locator("button[value=IN_REVIEW]").count()).isZero();
    }

    private static void confirms(Hands hands, String phone, String agreed) {
        sendsCode(hands.page);
        hands.done++;
        await("another code")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !WholeStack.codeFor(phone).equals(agreed));
        Soundness.check(hands.page, "helping-confirm");
        hands.fill("form[action$='/xac-nhan'] #f-code", WholeStack.codeFor(phone));
        hands.click("form[action$='/xac-nhan'] button");
        hands.page.waitForURL("**vua=xac-nhan**");
        Soundness.check(hands.page, "helping-done");
        assertThat(hands.page.locator("main").innerText()).contains("Đã gửi cho cán bộ tỉnh duyệt");
    }

    /** A phone gets a code a minute at most; a clerk who fills in forms by hand takes longer than that. */
    private static void sendsCode(Page page) {
        await("a code may be sent again")
                .atMost(Duration.ofSeconds(120))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> {
                    var asked = page.locator("form[action$='/xac-nhan'] #f-code");
                    if (asked.count() == 0) {
                        page.locator("form[action$='/ma'] button").first().click();
                        page.locator(".notice.good, .notice.danger").first().waitFor();
                    }
                    return asked.count() > 0;
                });
    }

    private static String found(Page page, String product) {
        return Objects.requireNonNull(await("search finds it")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            page.navigate("/tim?q=" + product.replace(" ", "+"));
                            var card = page.locator(
                                    "main a[href*='/san-pham/']", new Page.LocatorOptions().setHasText(product));
                            return card.count() == 0 ? null : card.first().getAttribute("href");
                        },
                        Objects::nonNull));
    }
}
