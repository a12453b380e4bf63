package vn.ocop.marketplace.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The two forms in which sheets leave us. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        Writer writer(String title) {
            return new WorkbookWriter(title);
        }
    },
    CSV("text/csv;charset=UTF-8") {
        @Override
        Writer writer(String title) {
            return new CsvFileWriter();
        }
    };

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return '.' + name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract Writer writer(String title);

    /** A whole sheet; each row's cells are texts and numbers. */
    public byte[] sheet(String title, List<String> headings, List<? extends List<?>> rows) {
        var writer = writer(title).withHeadings(headings);
        rows.forEach(writer::add);
        return writer.finish();
    }

    /** Takes rows one after the other and keeps only their packed bytes. */
    abstract static class Writer {

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        abstract void headings(List<String> headings) throws IOException;

        abstract void row(List<?> cells) throws IOException;

        /** A page of explanations beside the rows, where the form has pages. */
        abstract void page(String title, List<List<String>> lines) throws IOException;

        abstract Closeable end();

        final byte[] finish() {
            try {
                end().close();
                return bytes.toByteArray();
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
        }

        final Writer withHeadings(List<String> headings) {
            try {
                headings(headings);
                return this;
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
        }

        final void add(List<?> cells) {
            try {
                row(cells);
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
        }

        final void explain(String title, List<List<String>> lines) {
            try {
                page(title, lines);
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
        }
    }

    private static final class WorkbookWriter extends Writer {

        private static final int FLUSHED_ROWS = 500;
        private static final int WIDEST = 40;
        private static final int LONGEST = 32_767;

        private final Workbook workbook = new Workbook(bytes, "OCOP", "1.0");
        private final Worksheet sheet;
        private int at;

        private WorkbookWriter(String title) {
            sheet = workbook.newWorksheet(title);
        }

        @Override
        void headings(List<String> headings) throws IOException {
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.style(0, i).bold().fillColor("E6F1EA").wrapText(true).set();
                sheet.width(i, Math.min(WIDEST, Math.max(14, headings.get(i).length() + 4)));
            }
            sheet.freezePane(0, 1);
            at = 1;
        }

        /** Texts are typed as texts, so no program takes them for formulas. */
        @Override
        void row(List<?> cells) throws IOException {
            put(sheet, at++, cells);
            if (at % FLUSHED_ROWS == 0) {
                sheet.flush();
            }
        }

        private static void put(Worksheet sheet, int row, List<?> cells) {
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i) instanceof Number number) {
                    sheet.value(row, i, number);
                } else if (cells.get(i) instanceof String text && !text.isEmpty()) {
                    // Inline, so that no table of texts is held until the end.
                    sheet.inlineString(row, i, text.substring(0, Math.min(LONGEST, text.length())));
                }
            }
        }

        @Override
        void page(String title, List<List<String>> lines) throws IOException {
            sheet.finish();
            var page = workbook.newWorksheet(title);
            for (int i = 0; i < lines.size(); i++) {
                put(page, i, lines.get(i));
            }
            page.width(0, WIDEST);
            page.width(1, 2 * WIDEST);
            page.width(2, WIDEST);
        }

        @Override
        Closeable end() {
            return workbook;
        }
    }

    private static final class CsvFileWriter extends Writer {

        private final CsvWriter csv;

        private CsvFileWriter() {
            // Without this mark the common programs take UTF-8 for the code page of the machine.
            bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        }

        @Override
        void headings(List<String> headings) {
            row(headings);
        }

        @Override
        void row(List<?> cells) {
            csv.writeRecord(cells.stream()
                    .map(cell -> cell instanceof Number ? cell.toString() : Cells.harmless(String.valueOf(cell)))
                    .toList());
        }

        @Override
        void page(String title, List<List<String>> lines) {
            // One page is all there is.
        }

        @Override
        Closeable end() {
            return csv;
        }
    }
}
