package vn.ocop.marketplace.payment.payout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.payout.SellerStatement;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PrintFonts;
import vn.ocop.marketplace.platform.Vnd;

/** A seller's statement as files; the workbook carries numbers as numbers. */
@Component
class StatementFiles {

    private static final List<String> COLUMNS = List.of(
            "order", "sold", "sale", "taken-back", "discount", "fee", "tax", "direct", "held", "net", "paid-on");
    private static final float[] WIDTHS = {3.4f, 2f, 2f, 2f, 1.8f, 2f, 2f, 2f, 2f, 2.2f, 2f};

    private final MessageSource texts;

    StatementFiles(MessageSource texts) {
        this.texts = texts;
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.getMessage("payout.statement." + key, arguments, Locale.of(language.tag()));
    }

    byte[] pdf(SellerStatement statement, Language language) {
        return Paper.pdf(text(language, "title"), true, document -> {
            document.add(Paper.text(statement.shopName(), PrintFonts.BOLD, 12));
            document.add(Paper.text(
                    text(language, "period", Paper.day(statement.from()), Paper.day(statement.to())),
                    PrintFonts.REGULAR,
                    10));
            document.add(table(statement, language));
            document.add(Paper.text(text(language, "explained"), PrintFonts.REGULAR, 9));
        });
    }

    private PdfPTable table(SellerStatement statement, Language language) {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(8);
        table.setHeaderRows(1);
        COLUMNS.forEach(column -> table.addCell(Paper.left(text(language, column), PrintFonts.BOLD, Paper.HEAD)));
        statement
                .lines()
                .forEach(line -> cells(line, PrintFonts.REGULAR, line.code(), Paper.day(line.soldAt()))
                        .forEach(table::addCell));
        cells(statement.total(), PrintFonts.BOLD, text(language, "total"), "").forEach(table::addCell);
        return table;
    }

    private static List<PdfPCell> cells(SellerStatement.Line line, BaseFont font, String first, String second) {
        var cells = new ArrayList<PdfPCell>();
        cells.add(Paper.left(first, font, null));
        cells.add(Paper.left(second, font, null));
        amounts(line).forEach(amount -> cells.add(Paper.amount(amount, font)));
        cells.add(Paper.left(Paper.day(line.paidAt()), font, null));
        return cells;
    }

    /** In the order of the columns: what is taken off stands with a minus. */
    private static List<Vnd> amounts(SellerStatement.Line line) {
        return List.of(
                line.sale(),
                line.takenBack().negated(),
                line.discount().negated(),
                line.fee().negated(),
                line.tax().negated(),
                line.direct().negated(),
                line.held().negated(),
                line.net());
    }

    byte[] workbook(SellerStatement statement, Language language) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "marketplace", "1.0")) {
            var sheet = workbook.newWorksheet(text(language, "sheet"));
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, text(language, COLUMNS.get(i)));
                sheet.style(0, i).bold().set();
                sheet.width(i, i == 0 ? 24 : 15);
            }
            int row = 1;
            for (var line : statement.lines()) {
                sheet.value(row, 0, line.code());
                sheet.value(row, 1, Paper.day(line.soldAt()));
                numbers(sheet, row, line);
                sheet.value(row, COLUMNS.size() - 1, Paper.day(line.paidAt()));
                row++;
            }
            sheet.value(row, 0, text(language, "total"));
            numbers(sheet, row, statement.total());
            sheet.range(row, 0, row, COLUMNS.size() - 1).style().bold().set();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void numbers(Worksheet sheet, int row, SellerStatement.Line line) {
        var amounts = amounts(line);
        for (int i = 0; i < amounts.size(); i++) {
            sheet.value(row, i + 2, amounts.get(i).dong());
            sheet.style(row, i + 2).format("#,##0").set();
        }
    }
}
