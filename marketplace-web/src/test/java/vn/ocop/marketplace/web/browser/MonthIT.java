package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Digital Consumer Month as a browser sees it that is left alone: it begins, peaks and ends by itself. Each time the
 * marketplace is started with its clock set to just before, where it stands until everything has been looked at.
 */
class MonthIT {

    private static final String HUB = "/thang-tieu-dung-so";
    private static final String CARDS = "/tim?q=ca+phe+khe+sanh&stars=5";
    private static final double WITHIN = 60_000;

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static LaunchedStack startedAt(String moment) {
        return LaunchedStack.launch("month", OffsetDateTime.parse(moment).toInstant(), true);
    }

    /** What one sees of the coffee's price; {@code before} is struck out, zero where nothing is. */
    private record Seen(long price, long before) {

        static Seen of(Locator place) {
            var struck = place.locator(".price-before");
            return new Seen(
                    dong(place.locator(".price").first().innerText()),
                    struck.count() == 0 ? 0 : dong(struck.first().innerText()));
        }
    }

    private static long dong(String text) {
        return Long.parseLong(text.replaceAll("[^0-9]", ""));
    }

    private static Seen onCard(Page page) {
        page.navigate(CARDS);
        return Seen.of(page.locator(".product").first());
    }

    private static Seen onListing(Page page) {
        page.navigate(Shopper.COFFEE);
        return Seen.of(page.locator(".buy-price"));
    }

    private static long atCheckout(Shopper shopper) {
        shopper.tellsWhereTo(true);
        return total(shopper);
    }

    private static long total(Shopper shopper) {
        return dong(shopper.page().locator(".order-bar button[value=place]").innerText());
    }

    private static void within(String what, BooleanSupplier seen) {
        await(what)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(seen::getAsBoolean);
    }

    private static void says(Page page, String place, String words) {
        assertThat(page.locator(place))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN));
    }

    /** Looks at the pages of the month at a phone's and a desk's width. */
    private static void look(LaunchedStack stack, String when) {
        for (var path : List.of("hub " + HUB, "home /", "listing " + Shopper.COFFEE, "search " + CARDS)) {
            for (int width : new int[] {360, 1280}) {
                try (var visitor = BROWSER.visitor(stack.site(), width, true)) {
                    var page = BROWSER.page(visitor);
                    page.navigate(path.split(" ", 2)[1]);
                    Soundness.check(page, "month-%s-%s-%d".formatted(when, path.split(" ", 2)[0], width));
                }
            }
        }
    }

    @Test
    void beginsAtMidnight() {
        try (var stack = startedAt("2026-09-30T23:59:50+07:00");
                var visitor = BROWSER.visitor(stack.site(), 360, true)) {
            look(stack, "eve");
            var shopper = new Shopper(BROWSER.page(visitor));
            shopper.puts(Shopper.COFFEE);
            var full = atCheckout(shopper);
            var page = visitor.newPage();
            var card = onCard(page);
            var listing = onListing(page);
            Assertions.assertThat(card.before()).isZero();
            Assertions.assertThat(listing.before()).isZero();
            var hub = visitor.newPage();
            hub.navigate(HUB);
            says(hub, ".month .countdown", "Bắt đầu:");
            var home = visitor.newPage();
            home.navigate("/");
            says(home, ".strip", "bắt đầu ngày 01/10/2026");

            stack.letRun();

            says(hub, ".month .countdown", "Tuần cao điểm kết thúc:");
            says(home, ".strip", "Tuần cao điểm");
            within("the listing's price", () -> onListing(page).before() == listing.price());
            within("the card's price", () -> onCard(page).before() == card.price());
            Assertions.assertThat(onCard(page).price())
                    .isEqualTo(onListing(page).price())
                    .isLessThan(listing.price());
            Assertions.assertThat(atCheckout(shopper)).isLessThan(full);
            SiteBrowser.picture(shopper.page(), "month-begun-checkout-360");
            look(stack, "begun");
        }
        Assertions.assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void peaksOnTheTenthWithItsHoursAndItsFeed() {
        try (var stack = startedAt("2026-10-10T11:59:50+07:00");
                var visitor = BROWSER.visitor(stack.site(), 360, true)) {
            var hub = visitor.newPage();
            hub.navigate(HUB);
            says(hub, ".month .countdown", "Tuần cao điểm kết thúc:");
            var noon = hub.locator("#khung-gio-1");
            assertThat(noon).containsText("Chờ đến khung giờ");

            stack.letRun();

            says(hub, "#khung-gio-1", "12:00–14:00");
            assertThat(noon)
                    .not()
                    .containsText("Chờ đến khung giờ", new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN));
            look(stack, "peak");
            var feed = new FeedReader(stack);
            feed.reckonsWhatTheMarketplaceSays();
        }
    }

    @Test
    void endsAtMidnight() {
        try (var stack = startedAt("2026-10-31T23:59:50+07:00");
                var visitor = BROWSER.visitor(stack.site(), 360, true)) {
            look(stack, "last");
            var page = visitor.newPage();
            within("the card's price", () -> onCard(page).before() > 0);
            var card = onCard(page);
            var listing = onListing(page);
            Assertions.assertThat(listing.before()).isGreaterThan(listing.price());
            var hub = visitor.newPage();
            hub.navigate(HUB);
            says(hub, ".month .countdown", "Kết thúc:");
            var home = visitor.newPage();
            home.navigate("/");
            says(home, ".strip", "đến hết ngày 31/10/2026");
            var shopper = new Shopper(BROWSER.page(visitor));
            shopper.puts(Shopper.COFFEE);
            var reduced = atCheckout(shopper);

            stack.letRun();

            says(hub, ".month", "Chương trình đã kết thúc.");
            within("the strip is gone", () -> home.locator(".strip").count() == 0);
            within("the listing's price", () -> onListing(page).equals(new Seen(listing.before(), 0)));
            within("the card's price", () -> onCard(page).equals(new Seen(card.before(), 0)));
            // What was on the screen before midnight is not sold after it, and not for more without saying so.
            shopper.orders();
            assertThat(shopper.page().locator(".notice.danger")).isVisible();
            Assertions.assertThat(total(shopper)).isGreaterThan(reduced);
            SiteBrowser.picture(shopper.page(), "month-over-checkout-360");
            shopper.orders();
            Assertions.assertThat(shopper.purchase()).isNotEmpty();
            look(stack, "over");
        }
    }
}
