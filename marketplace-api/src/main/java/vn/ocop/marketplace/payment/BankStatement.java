package vn.ocop.marketplace.payment;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Reads the rows of a bank statement, whichever of the two forms banks hand out: CSV in UTF-8 or the Vietnamese Windows
 * code page, with commas, semicolons or tabs; or a workbook, of which the first sheet counts. Row by row, so that a
 * statement of a year needs no more memory than its file.
 */
final class BankStatement {

    private static final int MAX_ROWS = 100_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Charset WINDOWS_VIETNAMESE = Charset.forName("windows-1258");

    private BankStatement() {}

    /** One row as it stands in the file; numbers and dates of workbooks as their texts. */
    record Row(int number, List<String> cells) {}

    static void read(byte[] file, Consumer<Row> rows) {
        if (startsWith(file, ZIP)) {
            workbook(file, rows);
        } else {
            csv(file, rows);
        }
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length
                && ByteBuffer.wrap(file, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    private static void workbook(byte[] file, Consumer<Row> rows) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var sheet = workbook.getFirstSheet().openStream()) {
            sheet.limit(MAX_ROWS + 1L).forEach(row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(text(cell)));
                rows.accept(new Row(mustBeFew(row.getRowNum()), cells));
            });
        } catch (IOException | UncheckedIOException | ExcelReaderException unreadable) {
            throw new ProblemException(PaymentProblem.STATEMENT_UNREADABLE);
        }
    }

    /** Numbers come as texts in full, without the dot and zero of a floating-point number. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case STRING -> cell.asString();
            default -> cell.getText() == null ? "" : cell.getText();
        };
    }

    private static void csv(byte[] file, Consumer<Row> rows) {
        var text = decode(file);
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(row -> rows.accept(new Row(mustBeFew((int) row.getStartingLineNumber()), row.getFields())));
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable instanceof ProblemException known
                    ? known
                    : new ProblemException(PaymentProblem.STATEMENT_UNREADABLE);
        }
    }

    private static int mustBeFew(int number) {
        if (number > MAX_ROWS) {
            throw new ProblemException(PaymentProblem.STATEMENT_UNREADABLE);
        }
        return number;
    }

    private static String decode(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(file, WINDOWS_VIETNAMESE);
        }
    }

    /** What separates the most cells of the first lines. */
    private static char separator(String text) {
        var head = text.substring(0, Math.min(4_000, text.length()));
        var separator = ',';
        long most = -1;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = head.chars().filter(letter -> letter == candidate).count();
            if (count > most) {
                most = count;
                separator = candidate;
            }
        }
        return separator;
    }
}
