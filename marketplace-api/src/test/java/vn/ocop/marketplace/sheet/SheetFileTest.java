package vn.ocop.marketplace.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import vn.ocop.marketplace.platform.ProblemCode;
import vn.ocop.marketplace.platform.ProblemException;

class SheetFileTest {

    private static List<List<String>> cells(byte[] file) {
        return Objects.requireNonNull(
                SheetFile.lines(file).map(SheetFile.Line::cells).collectList().block());
    }

    private static ProblemCode refusal(byte[] file) {
        var refused = new AtomicReference<ProblemCode>();
        StepVerifier.create(SheetFile.lines(file))
                .thenConsumeWhile(line -> true)
                .expectErrorSatisfies(failure -> refused.set(((ProblemException) failure).problem()))
                .verify();
        return refused.get();
    }

    private static byte[] workbook(int rows, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Một");
            for (int i = 0; i < rows; i++) {
                sheet.value(i, 0, text);
                sheet.value(i, 1, 85_000);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void readsBothFormsAlike() throws IOException {
        var expected = List.of(List.of("Tiêu Cùa", "85000"));

        assertThat(cells(workbook(1, "Tiêu Cùa"))).isEqualTo(expected);
        assertThat(cells("Tiêu Cùa,85000\r\n,\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(cells("\uFEFFTiêu Cùa;85000".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    /**
     * As programs on Vietnamese and other Windows save text: decomposed in their code page, or in two bytes a letter.
     */
    @Test
    void readsOtherEncodings() {
        var windows = "Tiêu Cu\u0300a;85000".getBytes(Charset.forName("windows-1258"));
        assertThat(cells(windows)).isEqualTo(List.of(List.of("Tiêu Cùa", "85000")));

        var unicode = "\uFEFFTiêu Cùa\t85000".getBytes(StandardCharsets.UTF_16LE);
        assertThat(cells(unicode)).isEqualTo(List.of(List.of("Tiêu Cùa", "85000")));
    }

    @Test
    void composesAndCleansCells() {
        assertThat(cells("Tie\u0302u\u0007,'=1+1,\"  hai\ndòng \"".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(List.of(List.of("Tiêu", "=1+1", "hai\ndòng")));
    }

    @Test
    void refusesWhatIsNoSheet() {
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})).isEqualTo(SheetProblem.UNREADABLE);
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(SheetProblem.OLD_FORMAT);
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13}))
                .isEqualTo(SheetProblem.UNREADABLE);
    }

    @Test
    void refusesATruncatedWorkbook() throws IOException {
        var whole = workbook(50, "Tiêu");
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(SheetProblem.UNREADABLE);
    }

    /** 200 kB that unpack to 200 MB. */
    @Test
    void refusesAZipBombBeforeItGoesOff() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThat(refusal(bytes.toByteArray())).isEqualTo(SheetProblem.TOO_BIG_INSIDE);
    }

    @Test
    void findsTheHeadingBelowATitleAndCountsRows() {
        var heading = new Heading(Map.of("sku", Set.of("ma hang"), "price", Set.of("gia ban")));
        heading.accept(new SheetFile.Line(1, List.of("HỢP TÁC XÃ CÙA")));
        heading.accept(new SheetFile.Line(3, List.of("Giá bán lẻ 2026", "Mã hàng *")));
        assertThat(heading.accept(new SheetFile.Line(4, List.of("85000", "A")))).hasSize(1);

        assertThat(heading.mapping()).isEqualTo(Map.of("sku", 1, "price", 0));
        assertThat(heading.rows()).isEqualTo(1);
    }

    @Test
    void takesTheFirstRowForTheHeadingWhereNoneIsKnown() {
        var heading = new Heading(Map.of("sku", Set.of("ma hang"), "price", Set.of("gia ban")));
        heading.accept(new SheetFile.Line(1, List.of("Kod", "Cena")));
        heading.accept(new SheetFile.Line(2, List.of("A", "1")));

        assertThat(heading.end()).hasSize(1);
        assertThat(heading.headings()).containsExactly("Kod", "Cena");
        assertThat(heading.mapping()).isEmpty();
    }

    @Test
    void keepsFormulasFromRunning() {
        var writer = SheetFormat.CSV.writer("x").withHeadings(List.of("Tên"));
        writer.add(List.of("=HYPERLINK(\"http://x\")", "+84", "@x", "-1", 5, "bình thường"));
        var text = new String(writer.finish(), StandardCharsets.UTF_8);

        assertThat(text).contains("\"'=HYPERLINK(\"\"http://x\"\")\",'+84,'@x,'-1,5,bình thường");
        assertThat(cells(text.getBytes(StandardCharsets.UTF_8)).getLast())
                .startsWith("=HYPERLINK(\"http://x\")", "+84", "@x", "-1");
    }
}
