package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.sheet.SheetFile;
import vn.ocop.marketplace.sheet.SheetNumbers;
import vn.ocop.marketplace.sheet.SheetProblem;

class StatementRowsTest {

    private static final String CSV = """
            SAO KÊ TÀI KHOẢN,,,,
            Số tài khoản: 0123456789,,,,
            Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Nội dung
            22/11/2026 09:15:00,FT001,,"111,500",QT2611227F3K9M
            22/11/2026,FT002,50000,,Phi dich vu
            23/11/2026 10:00,FT003,,1.250.000 VND,"Nguyễn Văn A chuyển, QT261122ABCDEF"
            32/11/2026,FT004,,95000,sai ngay
            23/11/2026,FT005,,-95000,so am
            ,,,"1,361,500",Cong
            """;

    private static StatementRows read(byte[] file) {
        var rows = new StatementRows("0123456789");
        SheetFile.lines(file).toStream().forEach(rows::accept);
        return rows;
    }

    @Test
    void readsWhatCameInAndNamesWhatItCouldNot() {
        var rows = read(CSV.getBytes(StandardCharsets.UTF_8));

        assertThat(rows.transfers()).extracting(IncomingTransfer::bankRef).containsExactly("FT001", "FT003");
        assertThat(rows.transfers())
                .extracting(IncomingTransfer::amount)
                .containsExactly(Vnd.of(111_500), Vnd.of(1_250_000));
        assertThat(rows.transfers().getFirst().bookedAt()).isEqualTo(Instant.parse("2026-11-22T02:15:00Z"));
        assertThat(rows.transfers().getLast().memo()).isEqualTo("Nguyễn Văn A chuyển, QT261122ABCDEF");
        assertThat(rows.unreadable()).containsExactly(7, 8);
    }

    @Test
    void readsOtherSeparatorsMarksAndCodePages() {
        var tabs = "Transaction date\tReference\tCredit\tDescription\n22-11-2026\tA1\t95000\tQT\n";
        var semicolons = "\uFEFFNgày giao dịch;Mã giao dịch;Ghi có;Nội dung\r\n22/11/2026;A2;95000;QT\r\n";
        var windows = "Ngay giao dich,Ma giao dich,Ghi co,Noi dung\n22/11/2026,A3,95000,Đoàn\n";

        assertThat(read(tabs.getBytes(StandardCharsets.UTF_8)).transfers()).hasSize(1);
        assertThat(read(semicolons.getBytes(StandardCharsets.UTF_8)).transfers())
                .hasSize(1);
        assertThat(read(windows.getBytes(Charset.forName("windows-1258"))).transfers())
                .extracting(IncomingTransfer::memo)
                .containsExactly("Đoàn");
    }

    @Test
    void readsWorkbooks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Sao kê");
            sheet.value(0, 0, "Ngân hàng thử nghiệm");
            var heading = new String[] {"Ngày giao dịch", "Số tham chiếu", "Ghi có", "Nội dung"};
            for (int i = 0; i < heading.length; i++) {
                sheet.value(2, i, heading[i]);
            }
            sheet.value(3, 0, 46_348.5);
            sheet.value(3, 1, "FT9");
            sheet.value(3, 2, 111_500);
            sheet.value(3, 3, "QT2611227F3K9M");
        }

        var transfer = read(bytes.toByteArray()).transfers().getFirst();

        assertThat(transfer.amount()).isEqualTo(Vnd.of(111_500));
        assertThat(transfer.bookedAt()).isEqualTo(Instant.parse("2026-11-22T05:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n1,2\n", "Ngày giao dịch,Nội dung\n22/11/2026,x\n"})
    void refusesFilesWithoutTheColumns(String file) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)).transfers())
                .extracting(ProblemException::problem)
                .isEqualTo(PaymentProblem.STATEMENT_COLUMNS);
    }

    @Test
    void refusesABrokenWorkbook() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .extracting(ProblemException::problem)
                .isEqualTo(SheetProblem.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"95000,95000", "95.000,95000", "'1,250,000.00',1250000", "'1.250.000,00',1250000", "+95000,95000"})
    void readsAmountsAsBanksWriteThem(String text, long amount) {
        assertThat(SheetNumbers.dong(text)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "95.00.0", "1e6", "9999999999999999999", "abc", "0x10"})
    void refusesAmountsThatAreNotWholeDong(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> SheetNumbers.dong(text));
    }

    @Property
    void readsEveryGroupedAmount(@ForAll @LongRange(min = 0, max = 9_000_000_000_000L) long amount) {
        var grouped = String.format(Locale.ROOT, "%,d", amount);

        assertThat(SheetNumbers.dong(grouped)).isEqualTo(amount);
        assertThat(SheetNumbers.dong(grouped.replace(',', '.'))).isEqualTo(amount);
    }
}
