package vn.ocop.marketplace.payment.payout.web;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfWriter;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.PrintFonts;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the PDFs of this module are made of. They carry their fonts, so that Vietnamese can be read, searched and copied
 * on any machine.
 */
final class Paper {

    static final Color HEAD = new Color(0xE6, 0xF1, 0xEA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final float MARGIN = 28;

    private Paper() {}

    /** An A4 page of its own, wide or upright. */
    static byte[] pdf(String title, boolean wide, Consumer<Document> content) {
        var bytes = new ByteArrayOutputStream();
        var size = wide ? PageSize.A4.rotate() : PageSize.A4;
        var document = new Document(size, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes);
        document.addTitle(title);
        document.open();
        document.add(new Paragraph(title, new Font(PrintFonts.BOLD, 16)));
        content.accept(document);
        document.close();
        return bytes.toByteArray();
    }

    static Paragraph text(String text, BaseFont font, float size) {
        return new Paragraph(text, new Font(font, size));
    }

    static PdfPCell left(String text, BaseFont font, @Nullable Color ground) {
        return cell(text, font, Element.ALIGN_LEFT, ground);
    }

    static PdfPCell amount(Vnd amount, BaseFont font) {
        return cell(shown(amount), font, Element.ALIGN_RIGHT, null);
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

    static String shown(Vnd amount) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amount.dong());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(@Nullable Instant at) {
        return at == null ? "" : day(LocalDate.ofInstant(at, BusinessTime.ZONE));
    }
}
