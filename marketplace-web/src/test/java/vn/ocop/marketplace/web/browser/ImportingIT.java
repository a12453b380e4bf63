package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A cooperative brings its goods by sheet, on a phone: with its own columns, looking first, and again for new prices.
 */
class ImportingIT {

    private static final String OWNER = "0900000003";

    @RegisterExtension
    static final SiteBrowser BROWSER = new SiteBrowser();

    private static FilePayload sheet(String name, String heading, int rows, int price) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var text = IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "%s-%d;Đặc sản vùng Cùa số %d;%d;40;Gia vị;250;Cam Lộ, Quảng Trị"
                        .formatted(mark, i, i, price + i))
                .collect(Collectors.joining("\n", "HỢP TÁC XÃ CÙA\n\n" + heading + "\n", "\n"));
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static final String OWN_HEADING = "SKU;Tên hàng;Đơn giá;SL tồn;Danh mục;Trọng lượng;Xuất xứ";

    private static void send(Page page, FilePayload file) {
        page.navigate("/nguoi-ban/bang-tinh");
        page.locator("#f-tep").setInputFiles(file);
        page.locator("form[action$='/bang-tinh'] button").click();
        page.locator("form[action$='/kiem-tra']").waitFor();
    }

    @Test
    void fiveHundredListingsComeFromASheet() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Shopper.signIn(page, OWNER, "/nguoi-ban");
            page.navigate("/nguoi-ban/bang-tinh");
            Soundness.check(page);
            SiteBrowser.picture(page, "sheets");
            send(page, sheet("hang-hoa-2026.csv", OWN_HEADING, 500, 50_000));
            Soundness.check(page);
            SiteBrowser.picture(page, "sheet-mapping");
            page.locator("[name='cot-stock']").selectOption("3");
            page.locator("form[action$='/kiem-tra'] button").first().click();
            page.locator("form[action$='/nhap'] button").waitFor();
            assertThat(page.locator(".tile").first().innerText()).contains("500");
            Soundness.check(page);
            SiteBrowser.picture(page, "sheet-checked");
            page.locator("form[action$='/nhap'] button").click();
            page.locator(".next-step").waitFor();
            assertThat(page.locator(".tile").first().innerText()).contains("500");
            Soundness.check(page);
            SiteBrowser.picture(page, "sheet-done");
            page.navigate("/nguoi-ban/san-pham?loai=DRAFT&q=dac+san+vung+cua");
            page.locator(".shelf-item").first().waitFor();
            assertThat(page.locator("main").innerText()).contains("Đặc sản vùng Cùa số");
        }
        assertThat(BROWSER.complaints()).isEmpty();
    }

    @Test
    void aPictureThatNothingIsCalledByIsSaid() {
        try (var visitor = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Shopper.signIn(page, OWNER, "/nguoi-ban");
            page.navigate("/nguoi-ban/bang-tinh");
            page.locator("#f-anh").setInputFiles(new FilePayload("khong-co.jpg", "image/jpeg", Officer.photograph()));
            page.locator("form[action$='/anh'] button").click();
            page.locator(".error-line").waitFor();
            Soundness.check(page, "named-pictures");
            assertThat(page.locator(".error-line").innerText()).contains("khong-co.jpg");
        }
    }

    @Test
    void worksWithoutScriptAndTellsFaultsByRow() throws Exception {
        try (var visitor = BROWSER.visitor(360, false)) {
            var page = visitor.newPage();
            Shopper.signIn(page, OWNER, "/nguoi-ban");
            send(page, sheet("sai.csv", OWN_HEADING, 3, 10));
            page.locator("form[action$='/kiem-tra'] button").first().click();
            awaitWithoutScript(page);
            assertThat(page.locator("main").innerText()).contains("Dòng 4").contains("phải từ 1.000");
            var refused = page.waitForDownload(
                    () -> page.locator("a[href*='chua-nhap'][href*='CSV']").click());
            assertThat(Files.readString(refused.path())).contains("Lý do chưa nhập được");

            send(page, sheet("dung.csv", OWN_HEADING, 3, 50_000));
            page.locator("form[action$='/kiem-tra'] button").first().click();
            awaitWithoutScript(page);
            page.locator("form[action$='/nhap'] button").click();
            awaitWithoutScript(page);
            page.locator(".next-step").waitFor();

            page.navigate("/nguoi-ban/bang-tinh");
            var template = page.waitForDownload(
                    () -> page.locator("button[name=dang][value=XLSX]").click());
            assertThat(Files.size(template.path())).isPositive();
        }
    }

    /** People without script look again by the link. */
    private static void awaitWithoutScript(Page page) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> {
            var again = page.locator("progress ~ p a.button");
            if (again.count() == 0) {
                return true;
            }
            again.click();
            return false;
        });
    }
}
