package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** Labels are read back by programs that had no part in making them. */
class WaybillPdfTest {

    private static final int DPI = 203;

    @TempDir
    Path folder;

    private static WaybillPdf printer() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/shipment");
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Locale.of("vi"));
        return new WaybillPdf(texts);
    }

    private static Waybill waybill(int serial) {
        return new Waybill(
                TrackingNumber.of(serial).text(),
                "QT-261122-7F3K9M-" + serial,
                "Bưu điện Việt Nam",
                new Waybill.Party(
                        "Hợp tác xã Nông nghiệp và Dịch vụ Khe Sanh", "", "Thôn Tân Thuận", "xã Khe Sanh, Quảng Trị"),
                new Waybill.Party(
                        "Nguyễn Thị Thùy Trang",
                        "0912 345 678",
                        "Số 12, ngõ 34, đường Nguyễn Hữu Thọ, tổ dân phố Phú Lợi",
                        "phường Nam Đông Hà, Quảng Trị"),
                "19333 Bưu cục Đông Hà",
                1_250,
                Vnd.of(1_201_500));
    }

    private static List<Waybill> waybills(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(WaybillPdfTest::waybill).toList();
    }

    private static byte[] print(int count, WaybillSheet sheet) {
        return printer().of(waybills(count), sheet, Language.VI);
    }

    private static List<BufferedImage> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<BufferedImage>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, DPI));
            }
            return pages;
        }
    }

    /**
     * The upper half of a label has the bars, the lower half the square; at the 203 dots per inch of a label printer.
     */
    private static String code(BufferedImage label, BarcodeFormat format) throws Exception {
        int half = label.getHeight() / 2;
        var part = format == BarcodeFormat.CODE_128
                ? label.getSubimage(0, 0, label.getWidth(), half)
                : label.getSubimage(label.getWidth() / 2, half, label.getWidth() / 2, half);
        var pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels)));
        var hints = new EnumMap<DecodeHintType, Object>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(format));
        return new MultiFormatReader().decode(bitmap, hints).getText();
    }

    @Test
    void bothCodesSayTheNumber() throws Exception {
        var pages = pages(print(2, WaybillSheet.A6));

        assertThat(pages).hasSize(2);
        var number = waybill(2).trackingNumber();
        assertThat(code(pages.getLast(), BarcodeFormat.CODE_128)).isEqualTo(number);
        assertThat(code(pages.getLast(), BarcodeFormat.QR_CODE)).isEqualTo(number);
    }

    @Test
    void fourLabelsOnASheetAndTheFifthOnTheNext() throws Exception {
        var pages = pages(print(5, WaybillSheet.A4));

        assertThat(pages).hasSize(2);
        var sheet = pages.getFirst();
        int width = sheet.getWidth() / 2;
        int height = sheet.getHeight() / 2;
        for (int place = 0; place < 4; place++) {
            var label = sheet.getSubimage(place % 2 * width, place / 2 * height, width, height);
            assertThat(code(label, BarcodeFormat.CODE_128))
                    .isEqualTo(waybill(place + 1).trackingNumber());
        }
    }

    @Test
    void vietnameseReadsBackAndEveryFontIsInside() throws Exception {
        try (PDDocument document = Loader.loadPDF(print(1, WaybillSheet.A6))) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Nguyễn Thị Thùy Trang", "0912 345 678", "phường Nam Đông Hà, Quảng Trị")
                    .contains("Bưu cục Đông Hà", "Thu của người nhận", "1.201.500 ₫", "1,25 kg");
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisabledIf("zbarIsMissing")
    void zbarReadsThem() throws Exception {
        var picture = folder.resolve("label.png").toFile();
        ImageIO.write(pages(print(1, WaybillSheet.A6)).getFirst(), "png", picture);

        assertThat(run("zbarimg", "-q", picture.getPath()))
                .contains("CODE-128:" + waybill(1).trackingNumber())
                .contains("QR-Code:" + waybill(1).trackingNumber());
    }

    static boolean zbarIsMissing() {
        return missing("zbarimg");
    }

    @Test
    @DisabledIf("qpdfIsMissing")
    void qpdfFindsNothingWrong() throws Exception {
        var file = folder.resolve("labels.pdf");
        Files.write(file, print(5, WaybillSheet.A4));

        assertThat(run("qpdf", "--check", file.toString())).contains("No syntax or stream encoding errors found");
    }

    static boolean qpdfIsMissing() {
        return missing("qpdf");
    }

    private static boolean missing(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
