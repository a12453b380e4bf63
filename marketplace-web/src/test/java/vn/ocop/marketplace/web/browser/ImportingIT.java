package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A cooperative brings its goods by sheet, on a phone: with its own columns, looking first, and again for new prices.
 */
class ImportingIT {

    private static final String OWNER = "0900000003";
    private static final String CLERK = "0900000004";
    private static final String OFFICER = "0900000005";

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

    /** Every row with all that its group must tell; the pictures come in one archive, named by the codes. */
    @Test
    void whatComesFromASheetIsApprovedAndFound() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var heading = OWN_HEADING + ";Khối lượng tịnh;Thành phần;Hạn sử dụng;Bảo quản";
        var rows = IntStream.rangeClosed(1, 500)
                .mapToObj(i ->
                        "%s-%d;Hạt tiêu %s thứ %d;%d;40;s10;250;Cam Lộ, Quảng Trị;200 g;Hạt tiêu;24 tháng;Nơi khô ráo"
                                .formatted(mark, i, mark, i, 50_000 + i))
                .collect(Collectors.joining("\n", heading + "\n", "\n"));
        try (var visitor = BROWSER.visitor(360, true);
                var province = BROWSER.visitor(360, true);
                var stranger = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Shopper.signIn(page, OWNER, "/nguoi-ban");
            send(page, new FilePayload("tieu.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[action$='/kiem-tra'] button").first().click();
            page.locator("form[action$='/nhap'] button").click();
            page.locator(".next-step").waitFor();
            assertThat(page.locator(".tile").first().innerText()).contains("500");

            page.navigate("/nguoi-ban/bang-tinh");
            page.locator("#f-zip").setInputFiles(new FilePayload("anh.zip", "application/zip", archive(mark)));
            page.locator("form[action$='/tep-anh'] button").click();
            page.locator(".notice.good").waitFor();
            Soundness.checkAtBothWidths(page, "picture-archive");
            assertThat(page.locator("main").innerText())
                    .contains("Đã đặt 3 ảnh")
                    .contains("khong-co.jpg");

            page.navigate("/nguoi-ban/san-pham?loai=DRAFT");
            page.locator("form[action$='/gui-duyet'] button").click();
            page.locator(".notice.good").waitFor();
            Soundness.checkAtBothWidths(page, "submission");

            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh");
            var title = "Hạt tiêu " + mark + " thứ 1";
            Officer.approves(officer, title);
            var searcher = BROWSER.page(stranger);
            Awaitility.await("search finds it")
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        searcher.navigate("/tim?q=" + title.replace(" ", "+"));
                        return searcher.locator(
                                                "main a[href*='/san-pham/']",
                                                new Page.LocatorOptions().setHasText(title))
                                        .count()
                                > 0;
                    });
        }
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private static byte[] archive(String mark) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var name : new String[] {mark + "-1.jpg", mark + "-2.jpg", mark + "-3.jpg", "khong-co.jpg"}) {
                zip.putNextEntry(new ZipEntry("anh/" + name));
                zip.write(Officer.photograph());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Test
    void aClerkAndAnOfficerPutShopsDownBySheet() {
        int first = 1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000);
        var rows = IntStream.range(0, 3)
                .mapToObj(i -> "098" + (first + i) + ";Hồ Thị " + i + ";Hộ bảng tính " + (first + i)
                        + ";Thôn 3;Khe Sanh;Quảng Trị")
                .collect(Collectors.joining(
                        "\n",
                        "Điện thoại;Chủ hộ;Tên gian hàng;Địa chỉ;Xã;Tỉnh\n",
                        "\n0912;Sai;Hộ sai;Thôn 3;Khe Sanh;Quảng Trị\n"));
        try (var visitor = BROWSER.visitor(360, true);
                var province = BROWSER.visitor(360, true)) {
            var page = BROWSER.page(visitor);
            Shopper.signIn(page, CLERK, "/giup-ban-hang");
            page.locator("main a[href*='/gian-hang-theo-bang']").click();
            page.locator("#f-tep").waitFor();
            Soundness.checkAtBothWidths(page, "shop-sheets");
            putsDown(page, rows);
            page.locator(".next-step + p a").click();
            page.waitForURL(url -> url.contains("/giup-ban-hang?"));
            assertThat(page.locator("main").innerText()).contains("Hồ Thị 2");
            Soundness.checkAtBothWidths(page, "mandates");

            var officer = BROWSER.page(province);
            Authenticator.signIn(officer, OFFICER, "/ban-tinh/gian-hang");
            officer.locator("main a[href*='/gian-hang-theo-bang']").click();
            officer.locator("#f-tep").waitFor();
            Soundness.checkAtBothWidths(officer, "shop-sheets-province");
            putsDown(officer, rows.replace("\n098", "\n097"));
            officer.navigate("/ban-tinh/gian-hang?loai=APPLIED&q=" + "Hộ bảng tính ".replace(" ", "+") + first);
            assertThat(officer.locator("main").innerText()).contains("Hộ bảng tính " + first);
        }
        assertThat(BROWSER.complaints()).isEmpty();
    }

    private static void putsDown(Page page, String rows) {
        page.locator("#f-tep")
                .setInputFiles(new FilePayload("ho.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").first().click();
        page.locator("form[action$='/kiem-tra'] button").first().click();
        page.locator("form[action$='/nhap'] button").waitFor();
        Soundness.checkAtBothWidths(page, "shop-sheet-checked");
        page.locator("form[action$='/nhap'] button").click();
        page.locator(".next-step").waitFor();
        assertThat(page.locator(".tile").first().innerText()).contains("3");
        assertThat(page.locator("main").innerText()).contains("không phải số điện thoại");
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
