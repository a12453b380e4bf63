package vn.ocop.marketplace.payment.payout.web;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.payout.SellerStatement;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/**
 * A seller's statement as files. The PDF carries its fonts, so that Vietnamese can be read, searched and copied on any
 * machine; the workbook carries numbers as numbers.
 */
@Component
class StatementFiles {

    private static final List<String> COLUMNS =
            List.of("order", "sold", "sale", "taken-back", "discount", "fee", "tax", "held", "net", "paid-on");
    private static final float[] WIDTHS = {3.4f, 2f, 2f, 2f, 1.8f, 2f, 2f, 2f, 2.2f, 2f};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Color HEAD = new Color(0xE6, 0xF1, 0xEA);

    private final MessageSource texts;
    private final BaseFont regular = font("LiberationSans-Regular.ttf");
    private final BaseFont bold = font("LiberationSans-Bold.ttf");

    StatementFiles(MessageSource texts) {
        this.texts = texts;
    }

    private static BaseFont font(String name) {
        try (InputStream file = StatementFiles.class.getResourceAsStream("/liberation/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the font " + name + " is missing");
            }
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.getMessage("payout.statement." + key, arguments, Locale.of(language.tag()));
    }

    byte[] pdf(SellerStatement statement, Language language) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4.rotate(), 28, 28, 28, 28);
        PdfWriter.getInstance(document, bytes);
        document.addTitle(text(language, "title"));
        document.open();
        document.add(new Paragraph(text(language, "title"), new Font(bold, 16)));
        document.add(new Paragraph(statement.shopName(), new Font(bold, 12)));
        document.add(new Paragraph(
                text(language, "period", DAY.format(statement.from()), DAY.format(statement.to())),
                new Font(regular, 10)));
        document.add(table(statement, language));
        document.add(new Paragraph(text(language, "explained"), new Font(regular, 9)));
        document.close();
        return bytes.toByteArray();
    }

    private PdfPTable table(SellerStatement statement, Language language) {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(8);
        table.setHeaderRows(1);
        COLUMNS.forEach(column -> table.addCell(cell(text(language, column), bold, Element.ALIGN_LEFT, HEAD)));
        statement
                .lines()
                .forEach(line ->
                        cells(line, regular, line.code(), day(line.soldAt())).forEach(table::addCell));
        cells(statement.total(), bold, text(language, "total"), "").forEach(table::addCell);
        return table;
    }

    private static List<PdfPCell> cells(SellerStatement.Line line, BaseFont font, String first, String second) {
        var cells = new ArrayList<PdfPCell>();
        cells.add(cell(first, font, Element.ALIGN_LEFT, null));
        cells.add(cell(second, font, Element.ALIGN_LEFT, null));
        amounts(line).forEach(amount -> cells.add(cell(shown(amount), font, Element.ALIGN_RIGHT, null)));
        cells.add(cell(day(line.paidAt()), font, Element.ALIGN_LEFT, null));
        return cells;
    }

    private static PdfPCell cell(String text, BaseFont font, int alignment, @Nullable Color ground) {
        var cell = new PdfPCell(new Phrase(text, new Font(font, 8)));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(4);
        cell.setBorderColor(Color.LIGHT_GRAY);
        if (ground != null) {
            cell.setBackgroundColor(ground);
        }
        return cell;
    }

    /** In the order of the columns: what is taken off stands with a minus. */
    private static List<Vnd> amounts(SellerStatement.Line line) {
        return List.of(
                line.sale(),
                line.takenBack().negated(),
                line.discount().negated(),
                line.fee().negated(),
                line.tax().negated(),
                line.held().negated(),
                line.net());
    }

    private static String shown(Vnd amount) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amount.dong());
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : DAY.format(LocalDate.ofInstant(at, BusinessTime.ZONE));
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
                sheet.value(row, 1, day(line.soldAt()));
                numbers(sheet, row, line);
                sheet.value(row, COLUMNS.size() - 1, day(line.paidAt()));
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
