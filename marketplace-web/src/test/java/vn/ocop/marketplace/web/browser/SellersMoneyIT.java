package vn.ocop.marketplace.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;

/**
 * Two ways in which money reaches sellers. One shop's buyers pay it itself: the platform says so in the evening, from
 * midnight on they transfer to the shop's own account, the shop says what came and sends back what has to go back, and
 * when the month is over the fee is on an invoice. Another has no bank: a clerk hands it what it sold for.
 */
class SellersMoneyIT {

    private static final String ADMINISTRATOR = "0900000006";
    private static final String SELLER = "0900000003";
    private static final String SHOP = "hop-tac-xa-nong-nghiep-dich-vu-tieu-cua";
    private static final String CASH_SELLER = "0900000002";
    private static final String CLERK = "0900000004";
    private static final String IDENTITY = "045123456789";
    private static final String STACK = "sellers-money";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static LaunchedStack startedAt(String moment, boolean held) {
        return LaunchedStack.launch(STACK, OffsetDateTime.parse(moment).toInstant(), held);
    }

    /** On a phone, as it is open, and then at a desk's width. */
    private static void look(Page page, String name) {
        Soundness.check(page, name + "-360");
        page.setViewportSize(1280, 900);
        Soundness.check(page, name + "-1280");
        page.setViewportSize(360, 740);
    }

    private static BrowserContext visitor(LaunchedStack stack) {
        return BROWSER.visitor(stack.site(), 360, true);
    }

    private static void reloadUntil(Page page, String what) {
        await(what)
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    page.reload();
                    return page.locator("main").innerText().contains(what);
                });
    }

    @Test
    void oneIsPaidByItsBuyersAndOneAtThePostOffice() throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(Path.of("target", STACK));
        try (var stack = startedAt("2026-11-29T23:59:50+07:00", true);
                var office = visitor(stack);
                var selling = visitor(stack);
                var fetching = visitor(stack);
                var buying = visitor(stack);
                var counter = visitor(stack)) {
            paysItselfFromTomorrow(stack, BROWSER.page(office));
            var seller = BROWSER.page(selling);
            namesItsAccount(seller);
            stack.letRun();
            var midnight = OffsetDateTime.parse("2026-11-30T00:00:00+07:00").toInstant();
            await().atMost(Duration.ofSeconds(60)).until(() -> stack.now().isAfter(midnight));

            var shopper = new Shopper(BROWSER.page(buying));
            var kept = transfersToTheShop(shopper, true);
            isPaid(seller, shopper, kept);
            isInvoiced(seller, shopper, kept);
            var refused = transfersToTheShop(shopper, false);
            isPaid(seller, shopper, refused);
            sendsBack(seller, shopper, refused);

            var household = BROWSER.page(fetching);
            fetchesCash(household);
            isDelivered(household, BROWSER.page(counter), shopper);
        }
        try (var stack = startedAt("2026-12-01T02:00:00+07:00", false);
                var office = visitor(stack);
                var selling = visitor(stack);
                var fetching = visitor(stack);
                var counter = visitor(stack)) {
            readsItsInvoice(BROWSER.page(selling));
            letsGo(stack, BROWSER.page(office));
            waitsAtTheCounter(BROWSER.page(fetching), BROWSER.page(counter));
        }
        Assertions.assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    private static void readsItsInvoice(Page seller) throws IOException {
        Shopper.signIn(seller, SELLER, "/nguoi-ban");
        seller.navigate("/nguoi-ban/tien");
        reloadUntil(seller, "PS-2026-0000");
        look(seller, "direct-seller-invoiced");
        var link = seller.locator("a[href*='/hoa-don-phi/']");
        var file = seller.waitForDownload(() -> link.click());
        try (var pdf = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            Assertions.assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Hóa đơn phí sàn PS-2026-0000", "11/2026", "Tiêu Cùa", "1.950");
        }
    }

    private static void fetchesCash(Page page) {
        Shopper.signIn(page, CASH_SELLER, "/nguoi-ban");
        page.navigate("/nguoi-ban/tien");
        page.locator("details:has(form[action$='/tien-mat']) summary").click();
        page.locator("#f-recipient").fill("Hồ Thị Mai");
        page.locator("#f-identity").fill(IDENTITY);
        look(page, "cash-choose");
        page.locator("form[action$='/tien-mat'] button").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("main")).containsText("Hồ Thị Mai …789");
    }

    /** Paid at the door, and the buyer says that all is well: the money is the shop's. */
    private static void isDelivered(Page seller, Page desk, Shopper shopper) {
        // Two, because one alone is below what a cooperative is paid.
        shopper.puts(Shopper.COFFEE);
        shopper.puts(Shopper.COFFEE);
        shopper.page().navigate("/dat-hang");
        shopper.paysBy("CASH_ON_DELIVERY");
        shopper.orders();
        var code = shopper.purchase();
        seller.navigate("/nguoi-ban");
        var card = seller.locator("article[data-order^='" + code + "']");
        var order = card.getAttribute("data-order");
        card.locator("form[action$='/nhan'] button").click();
        assertThat(seller.locator(".notice.good")).isVisible();

        Shopper.signIn(desk, CLERK, "/buu-cuc");
        var parcel = desk.locator("[data-parcel='" + order + "']");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            desk.navigate("/buu-cuc?ma=" + order);
            return parcel.count() == 1;
        });
        parcel.locator("form button").click();
        var number = desk.locator(".last-action .number").innerText();
        desk.locator("#f-ma").fill(number);
        desk.keyboard().press("Enter");
        desk.locator(".parcel form button").click();
        assertThat(desk.locator(".last-action")).containsText("Đã giao");

        var page = shopper.page();
        var received = page.locator("form[action$='/da-nhan'] button");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            page.reload();
            return received.count() == 1;
        });
        received.click();
        assertThat(page.locator(".notice.good")).isVisible();
    }

    /** The demo has one administrator; the colleague who submits the day's batch is seen by the database only. */
    private static void letsGo(LaunchedStack stack, Page page) throws SQLException {
        Authenticator.signIn(page, ADMINISTRATOR, "/ban-tien", stack::now);
        var batch = page.locator("a[href*='/ban-tien/dot/']", new Page.LocatorOptions().setHasText("01/12/2026"));
        await("the day's batch")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    page.reload();
                    return batch.count() == 1;
                });
        try (var connection = DriverManager.getConnection(stack.database());
                var submit = connection.prepareStatement("""
                        update payout.batches
                           set status = 'SUBMITTED', submitted_by = uuidv7(), submitted_at = made_at
                         where day = date '2026-12-01'""")) {
            Assertions.assertThat(submit.executeUpdate()).isEqualTo(1);
        }
        batch.click();
        page.locator("button[value=approval]").click();
        assertThat(page.locator("main")).containsText("Tiền mặt tại bưu cục");
        look(page, "cash-batch");
    }

    private static void waitsAtTheCounter(Page seller, Page desk) {
        Shopper.signIn(seller, CASH_SELLER, "/nguoi-ban");
        seller.navigate("/nguoi-ban/tien");
        look(seller, "cash-waiting");
        var code = seller.locator("[data-cash] dd.code").first().innerText();

        Shopper.signIn(desk, CLERK, "/buu-cuc");
        desk.navigate("/buu-cuc/ca");
        desk.locator("#f-opening").fill("1000000");
        desk.locator("[data-till=closed] button").click();
        desk.navigate("/buu-cuc/tra-tien");
        desk.locator("#f-ma").fill(code.toLowerCase(Locale.ROOT));
        desk.keyboard().press("Enter");
        var form = desk.locator("form[data-payout]");
        assertThat(form).containsText("Hồ Thị Mai");
        hands(desk, "00000000");
        assertThat(desk.locator(".last-action")).containsText("Sai năm lần thì mã bị khóa");
    }

    private static void hands(Page desk, String secret) {
        desk.locator("#f-secret").fill(secret);
        desk.locator("#f-identity").fill(IDENTITY);
        desk.locator("form[data-payout] button").click();
    }

    private static void paysItselfFromTomorrow(LaunchedStack stack, Page page) {
        Authenticator.signIn(page, ADMINISTRATOR, "/ban-tien", stack::now);
        look(page, "direct-money-desk");
        page.navigate("/ban-tien/quy-tac");
        page.locator("#duong-tien summary").click();
        page.locator("#duong-tien-shop").fill(stack.site() + "/gian-hang/" + SHOP);
        page.locator("#duong-tien-note").fill("Hợp tác xã tự nhận tiền theo thỏa thuận");
        page.locator("#duong-tien details form button").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("#duong-tien"))
                .containsText("Hợp tác xã Nông nghiệp Dịch vụ Tiêu Cùa từ ngày 30/11/2026");
        look(page, "direct-rules");
    }

    private static void namesItsAccount(Page page) {
        Shopper.signIn(page, SELLER, "/nguoi-ban");
        page.navigate("/nguoi-ban/tien");
        page.locator("#f-bin").selectOption("970436");
        page.locator("#f-number").fill("0099887766");
        page.locator("#f-holder").fill("HTX Tiêu Cùa");
        page.locator("form[action$='tai-khoan'] button").click();
        assertThat(page.locator(".notice.good")).containsText("Đã lưu");
    }

    private static String transfersToTheShop(Shopper shopper, boolean first) {
        var page = shopper.page();
        shopper.puts(Shopper.PEPPER);
        if (first) {
            shopper.tellsWhereTo(true);
        } else {
            page.navigate("/dat-hang");
        }
        shopper.paysBy("BANK_TRANSFER");
        shopper.orders();
        var code = shopper.purchase();
        assertThat(page.locator(".transfer")).containsText("tài khoản của chính gian hàng");
        assertThat(page.locator(".transfer")).containsText("HTX TIEU CUA");
        assertThat(page.locator(".transfer a[href*='/bank']")).hasCount(0);
        Assertions.assertThat(ScannedCode.text(page.locator(".qr").screenshot()))
                .contains("970436", "0099887766", code.replace("-", ""));
        look(page, "direct-transfer");
        return code;
    }

    /** The seller is led from what there is to do to where it is said. */
    private static void isPaid(Page seller, Shopper shopper, String code) {
        seller.navigate("/nguoi-ban/viec-can-lam");
        look(seller, "direct-todo");
        seller.getByText("đơn chờ tiền về tài khoản").click();
        var form = seller.locator("form:has(input[value='" + code + "'])");
        assertThat(form).containsText(code.replace("-", ""));
        look(seller, "direct-seller-awaits");
        form.locator("button").click();
        assertThat(seller.locator(".notice.good")).isVisible();
        shopper.page().reload();
        shopper.seesAsTheFirstOrder("Gian hàng đang xem đơn của bạn");
        assertThat(shopper.page().locator(".transfer")).hasCount(0);
        assertThat(shopper.page().locator("main")).containsText("đã trả");
    }

    private static void isInvoiced(Page seller, Shopper shopper, String code) {
        seller.navigate("/nguoi-ban");
        var card = seller.locator("article[data-order^='" + code + "']");
        card.locator("form[action$='/nhan'] button").click();
        assertThat(seller.locator(".notice.good")).isVisible();
        seller.navigate("/nguoi-ban?trang-thai=CONFIRMED");
        card.locator("summary").last().click();
        card.locator("input[name=symbol]").fill("1C26TYY");
        card.locator("input[name=number]").fill("42");
        card.locator("input[name=lookupCode]").fill("K7PQ3M");
        look(seller, "direct-seller-invoice");
        card.locator("form[action$='/hoa-don'] button").click();
        assertThat(seller.locator(".notice.good")).containsText("Đã ghi hóa đơn");
        shopper.page().reload();
        assertThat(shopper.page().locator("main")).containsText("1C26TYY số 42");
        look(shopper.page(), "direct-invoiced");
    }

    private static void sendsBack(Page seller, Shopper shopper, String code) {
        seller.navigate("/nguoi-ban");
        var card = seller.locator("article[data-order^='" + code + "']");
        card.locator("details.cancel > summary").first().click();
        card.locator("form[action$='/tu-choi'] button").click();
        assertThat(seller.locator(".notice.good")).isVisible();
        var page = shopper.page();
        reloadUntil(page, "Gian hàng phải chuyển trả");
        page.locator("#f-bin").selectOption("970422");
        page.locator("#f-account").fill("0011002233");
        page.locator("#f-holder").fill("NGUYEN THI THU NGHIEM");
        look(page, "direct-refund-due");
        page.locator("form[action$='tai-khoan-hoan'] button").click();
        assertThat(page.locator(".notice.good")).isVisible();

        seller.navigate("/nguoi-ban/tien");
        var owed = seller.locator("form[action$='/da-hoan']");
        assertThat(owed).containsText("0011002233");
        look(seller, "direct-seller-owes");
        owed.locator("input[name=text]").fill("FT26334000001");
        owed.locator("button").click();
        assertThat(seller.locator(".notice.good")).isVisible();
        page.navigate("/don-hang/" + code);
        assertThat(page.locator("main")).containsText("Gian hàng đã chuyển trả");
        look(page, "direct-refunded");
    }
}
