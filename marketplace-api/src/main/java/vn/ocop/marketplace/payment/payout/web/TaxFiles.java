package vn.ocop.marketplace.payment.payout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPTable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.payout.TaxPapers;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PrintFonts;
import vn.ocop.marketplace.platform.Vnd;

/** The list behind a declaration as a workbook, and a seller's certificate of a year as a PDF. */
@Component
class TaxFiles {

    private static final List<String> COLUMNS = List.of("number", "seller", "code", "base", "vat", "pit", "tax");
    private static final List<String> YEAR = List.of("month", "state", "base", "vat", "pit", "tax");
    private static final float[] YEAR_WIDTHS = {1.4f, 2f, 2f, 2f, 2f, 2f};
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final int HEADING_ROWS = 3;

    private final MessageSource texts;

    TaxFiles(MessageSource texts) {
        this.texts = texts;
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.getMessage("payout.tax." + key, arguments, Locale.of(language.tag()));
    }

    byte[] list(TaxPapers.Declared declared, Language language) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "marketplace", "1.0")) {
            var sheet = workbook.newWorksheet(declared.declaration().month().toString());
            sheet.value(
                    0,
                    0,
                    text(language, "list", MONTH.format(declared.declaration().month())));
            sheet.style(0, 0).bold().set();
            sheet.value(
                    1, 0, text(language, "due", Paper.day(declared.declaration().dueOn())));
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(HEADING_ROWS - 1, i, text(language, COLUMNS.get(i)));
                sheet.style(HEADING_ROWS - 1, i).bold().set();
                sheet.width(i, i == 1 ? 40 : 16);
            }
            int row = HEADING_ROWS;
            for (var line : declared.lines()) {
                sheet.value(row, 0, row - HEADING_ROWS + 1);
                sheet.value(row, 1, line.seller().name());
                sheet.value(row, 2, Objects.requireNonNullElse(line.seller().taxCode(), ""));
                numbers(sheet, row, List.of(line.base(), line.vat(), line.pit(), line.tax()));
                row++;
            }
            var whole = declared.declaration();
            sheet.value(row, 1, text(language, "total"));
            numbers(
                    sheet,
                    row,
                    List.of(whole.base(), whole.vat(), whole.pit(), whole.vat().plus(whole.pit())));
            sheet.range(row, 0, row, COLUMNS.size() - 1).style().bold().set();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void numbers(Worksheet sheet, int row, List<Vnd> amounts) {
        for (int i = 0; i < amounts.size(); i++) {
            sheet.value(row, i + 3, amounts.get(i).dong());
            sheet.style(row, i + 3).format("#,##0").set();
        }
    }

    byte[] certificate(TaxPapers.YearOfSeller year, Language language) {
        var code = year.seller().taxCode();
        return Paper.pdf(text(language, "certificate", year.year().toString()), false, document -> {
            document.add(Paper.text(year.seller().name(), PrintFonts.BOLD, 12));
            document.add(
                    Paper.text(text(language, "certificate.code", code == null ? "…" : code), PrintFonts.REGULAR, 10));
            document.add(table(year, language));
            document.add(Paper.text(text(language, "certificate.explained"), PrintFonts.REGULAR, 9));
        });
    }

    private PdfPTable table(TaxPapers.YearOfSeller year, Language language) {
        var table = new PdfPTable(YEAR_WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(8);
        table.setHeaderRows(1);
        YEAR.forEach(column -> table.addCell(Paper.left(text(language, column), PrintFonts.BOLD, Paper.HEAD)));
        var months = year.declared();
        for (var month : months) {
            table.addCell(Paper.left(MONTH.format(Objects.requireNonNull(month.month())), PrintFonts.REGULAR, null));
            table.addCell(Paper.left(text(language, "state." + month.status()), PrintFonts.REGULAR, null));
            amounts(table, PrintFonts.REGULAR, month.base(), month.vat(), month.pit());
        }
        table.addCell(Paper.left(text(language, "total"), PrintFonts.BOLD, null));
        table.addCell(Paper.left("", PrintFonts.BOLD, null));
        amounts(
                table,
                PrintFonts.BOLD,
                Vnd.sum(months.stream().map(TaxPapers.MonthOfSeller::base).toList()),
                Vnd.sum(months.stream().map(TaxPapers.MonthOfSeller::vat).toList()),
                Vnd.sum(months.stream().map(TaxPapers.MonthOfSeller::pit).toList()));
        return table;
    }

    private static void amounts(PdfPTable table, BaseFont font, Vnd base, Vnd vat, Vnd pit) {
        List.of(base, vat, pit, vat.plus(pit)).forEach(amount -> table.addCell(Paper.amount(amount, font)));
    }
}
