package vn.ocop.marketplace.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Reads a file row by row: a workbook's first sheet, or CSV in UTF-8, UTF-16 or the Vietnamese Windows code page, with
 * commas, semicolons or tabs. Reading takes its time: subscribe where blocking is allowed.
 */
public final class SheetFile {

    static final int MOST_ROWS = 10_000;

    private static final int MOST_COLUMNS = 100;
    /** Workbooks are unpacked as they are read, but their table of texts is held whole. */
    private static final long MOST_UNPACKED_BYTES = 128L << 20;

    private static final long MOST_TEXT_BYTES = 32L << 20;
    private static final int MOST_PARTS = 500;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Charset WINDOWS_VIETNAMESE = Charset.forName("windows-1258");

    private SheetFile() {}

    /** One row as it stands in the file; numbers and dates of workbooks as their texts. */
    public record Line(int number, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Rows that hold something, in their order; as many as there are, so who takes them says how many are too many. */
    public static Flux<Line> lines(byte[] file) {
        return Flux.defer(() -> {
                    if (startsWith(file, OLE)) {
                        throw new ProblemException(SheetProblem.OLD_FORMAT);
                    }
                    return startsWith(file, ZIP) ? workbook(file) : csv(file);
                })
                .filter(line -> !line.blank())
                .onErrorMap(
                        failure -> !(failure instanceof ProblemException),
                        unreadable -> new ProblemException(SheetProblem.UNREADABLE));
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length
                && ByteBuffer.wrap(file, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    private static Flux<Line> workbook(byte[] file) {
        return Flux.using(
                () -> {
                    mustUnpackSmall(file);
                    return new ReadableWorkbook(new ByteArrayInputStream(file));
                },
                workbook -> Flux.using(
                        () -> workbook.getFirstSheet().openStream(),
                        rows -> Flux.fromStream(rows).map(SheetFile::line),
                        java.util.stream.Stream::close),
                workbook -> {
                    try {
                        workbook.close();
                    } catch (IOException neverFromMemory) {
                        throw new java.io.UncheckedIOException(neverFromMemory);
                    }
                });
    }

    /** Unpacks once just to count, from the same directory of parts that the reader goes by. */
    private static void mustUnpackSmall(byte[] file) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var parts = Collections.list(zip.getEntries());
            long unpacked = parts.size() > MOST_PARTS ? MOST_UNPACKED_BYTES : 0;
            for (int i = 0; i < parts.size() && unpacked < MOST_UNPACKED_BYTES; i++) {
                var part = parts.get(i);
                long most = part.getName().endsWith("sharedStrings.xml") ? MOST_TEXT_BYTES : MOST_UNPACKED_BYTES;
                try (var content = zip.getInputStream(part)) {
                    long size = length(content, most);
                    unpacked += size >= most ? MOST_UNPACKED_BYTES : size;
                }
            }
            if (unpacked >= MOST_UNPACKED_BYTES) {
                throw new ProblemException(SheetProblem.TOO_BIG_INSIDE);
            }
        }
    }

    private static long length(InputStream content, long most) throws IOException {
        var buffer = new byte[64 << 10];
        long length = 0;
        for (int read = content.read(buffer); read >= 0 && length < most; read = content.read(buffer)) {
            length += read;
        }
        return length;
    }

    private static Line line(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(Cells.in(text(row.getCell(i))));
        }
        return new Line(row.getRowNum(), cells);
    }

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

    private static Flux<Line> csv(byte[] file) {
        var text = decode(file);
        if (text.indexOf('\0') >= 0) {
            throw new ProblemException(SheetProblem.UNREADABLE);
        }
        return Flux.fromIterable(CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text))
                .map(SheetFile::line);
    }

    private static Line line(CsvRecord row) {
        var fields = row.getFields();
        return new Line(
                (int) row.getStartingLineNumber(),
                fields.subList(0, Math.min(fields.size(), MOST_COLUMNS)).stream()
                        .map(Cells::in)
                        .toList());
    }

    private static String decode(byte[] file) {
        if (startsWith(file, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(file, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return new String(file, StandardCharsets.UTF_16);
        }
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
