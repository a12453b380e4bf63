package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The marketplace with its clock moved on: in 2027 a shop opens for who was vouched for electronically, and at the
 * midnight after a certificate's last day its stars go by themselves from every page, search and facet.
 */
class LaterIT {

    private static final String OFFICER = "0900000005";
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration INTO_2027 = Duration.ofDays(31);
    private static final Duration BEFORE_MIDNIGHT = Duration.ofSeconds(10);
    private static final String COFFEE = "Cà phê Khe Sanh rang xay";
    private static final String SEARCH = "/tim?q=ca+phe+khe+sanh+rang+xay";
    private static final Pattern DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final DateTimeFormatter AS_SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    @Test
    void aYearAndMoreLater() {
        var first = WholeStack.ELECTRONIC_IDENTITY.plus(INTO_2027);
        LocalDate lastDay;
        // Anew, lest its people have been in 2029 before: codes of authenticators are good once, and only later ones.
        try (var marketplace = LaunchedStack.launch("later", first, false, "--fresh")) {
            opensOnlyForAnElectronicIdentity(marketplace);
            lastDay = lastDay(marketplace);
        }
        var midnight = lastDay.plusDays(1).atStartOfDay(VIET_NAM).toInstant();
        try (var marketplace = LaunchedStack.launch("later", midnight.minus(BEFORE_MIDNIGHT), true)) {
            losesItsStarsAtMidnight(marketplace);
        }
        assertThat(BROWSER.complaints()).isEmpty();
    }

    /** Who signed up by code learns it from the file before anything is submitted, and comes back vouched for. */
    private static void opensOnlyForAnElectronicIdentity(LaunchedStack marketplace) {
        var phone = "098" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
        var shop = "Hộ năm sau " + phone.substring(6);
        try (var visitor = BROWSER.visitor(marketplace.site(), 360, true);
                var province = BROWSER.visitor(marketplace.site(), 360, true)) {
            var page = BROWSER.page(visitor);
            SellingIT.signUp(page, phone, marketplace::codeFor);
            SellingIT.applies(page, shop);
            SellingIT.fillsIn(page);
            assertThat(page.locator("#submit button").count()).isZero();
            assertThat(page.locator("#identity").innerText()).contains("xác thực danh tính điện tử");
            assertThat(page.locator("#viec").innerText()).contains("xác thực điện tử");
            Soundness.check(page, "opening-electronic-identity");

            page.locator("#identity a[href*='/dang-nhap/danh-tinh/di']").click();
            page.locator("#other #name").waitFor();
            page.locator("#other #name").fill("Hồ Thị Thử");
            page.locator("#other #phone").fill(phone);
            page.locator("#other button").click();
            page.waitForURL(url -> url.startsWith(marketplace.site() + "/nguoi-ban/ho-so"));
            SellingIT.givesDocument(page);
            assertThat(page.locator("#identity").textContent()).contains("xác thực điện tử");
            SellingIT.submits(page);

            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh/gian-hang", marketplace::now);
            Officer.opens(officer, shop);
        }
    }

    /** The last day on which the certificate holds, as its page says. */
    private static LocalDate lastDay(LaunchedStack marketplace) {
        try (var visitor = BROWSER.visitor(marketplace.site(), 360, true)) {
            var page = BROWSER.page(visitor);
            page.navigate(Shopper.COFFEE);
            return DAY.matcher(page.locator("#chung-nhan").innerText())
                    .results()
                    .map(MatchResult::group)
                    .map(day -> LocalDate.parse(day, AS_SHOWN))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void losesItsStarsAtMidnight(LaunchedStack marketplace) {
        try (var visitor = BROWSER.visitor(marketplace.site(), 360, true)) {
            var page = BROWSER.page(visitor);
            page.navigate(Shopper.COFFEE);
            assertThat(listing(page)).contains("OCOP 5");
            assertThat(card(page, SEARCH)).contains("OCOP 5");
            assertThat(card(page, SEARCH + "&stars=5")).contains("OCOP 5");
            var withFive = facet(page);
            assertThat(withFive).isPositive();
            page.navigate(Shopper.COFFEE);
            var certificate = Objects.requireNonNull(
                    page.locator("a[href^='/chung-nhan/']").first().getAttribute("href"));

            marketplace.letRun();

            within("the listing's own page", () -> {
                page.navigate(Shopper.COFFEE);
                return !listing(page).contains("OCOP 5");
            });
            assertThat(page.locator("h1").innerText()).contains(COFFEE);
            Soundness.check(page, "listing-after-midnight");
            within("search", () -> card(page, SEARCH).lines().noneMatch(line -> line.contains("OCOP")));
            within(
                    "who asks for five stars",
                    () -> card(page, SEARCH + "&stars=5").isEmpty());
            within("the facet", () -> facet(page) < withFive);
            for (var path : new String[] {"/", "/tinh/quang-tri", "/tinh/quang-tri?stars=5"}) {
                within(path, () -> !card(page, path).contains("OCOP 5"));
            }
            page.navigate(certificate);
            assertThat(page.locator(".notice").first().innerText()).contains("hết hạn");
            assertThat(page.locator(".seal").count()).isZero();
            Soundness.check(page, "certificate-after-midnight");
        }
    }

    private static void within(String what, BooleanSupplier seen) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(seen::getAsBoolean);
    }

    /** What the listing's page says of it to people and to machines; other listings beside it are left out. */
    private static String listing(Page page) {
        return page.locator(".listing").innerText()
                + page.locator("script[type='application/ld+json'], meta[name=description]")
                        .evaluateAll("all => all.map(one => one.content || one.textContent).join(' ')");
    }

    /** What the card of the coffee says; empty where there is none. */
    private static String card(Page page, String path) {
        page.navigate(path);
        var card = page.locator("main .product", new Page.LocatorOptions().setHasText(COFFEE));
        return card.count() == 0 ? "" : card.first().innerText();
    }

    /** How many are counted beside five stars. */
    private static long facet(Page page) {
        page.navigate(SEARCH);
        var five = page.locator(".pick:has(input[name=stars][value='5']) .count");
        return five.count() == 0
                ? 0
                : Long.parseLong(
                        Objects.requireNonNull(five.first().textContent()).replaceAll("[^0-9]", ""));
    }
}
