package vn.ocop.marketplace.shipment;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.Barcode128;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PrintFonts;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Labels as PDF: the number as Code 128 for scanners and as QR for phones, names and addresses as text, the amount to
 * take in the largest type there is.
 */
@Component
class WaybillPdf {

    /** An A6 sheet, upright, in points. */
    private static final float WIDTH = PageSize.A6.getWidth();

    private static final float HEIGHT = PageSize.A6.getHeight();
    private static final float MARGIN = 12;
    private static final float QR_SIDE = 74;
    private static final int QR_QUIET = 4;

    private final MessageSource texts;

    WaybillPdf(MessageSource texts) {
        this.texts = texts;
    }

    byte[] of(List<Waybill> waybills, WaybillSheet sheet, Language language) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(sheet == WaybillSheet.A6 ? PageSize.A6 : PageSize.A4, 0, 0, 0, 0);
        var writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(text(language, "title"));
        document.open();
        var canvas = writer.getDirectContent();
        int perPage = sheet == WaybillSheet.A6 ? 1 : 4;
        for (int i = 0; i < waybills.size(); i++) {
            int place = i % perPage;
            if (place == 0 && i > 0) {
                document.newPage();
            }
            float left = sheet == WaybillSheet.A6 ? 0 : place % 2 * PageSize.A4.getWidth() / 2;
            float top = sheet == WaybillSheet.A6
                    ? HEIGHT
                    : PageSize.A4.getHeight() - (place / 2) * PageSize.A4.getHeight() / 2;
            new Label(canvas, left, top, language).draw(waybills.get(i));
            if (sheet == WaybillSheet.A4) {
                cutLines(canvas);
            }
        }
        document.close();
        return bytes.toByteArray();
    }

    private static void cutLines(PdfContentByte canvas) {
        float middle = PageSize.A4.getWidth() / 2;
        float half = PageSize.A4.getHeight() / 2;
        canvas.saveState();
        canvas.setLineWidth(0.3f);
        canvas.setLineDash(3, 3, 0);
        canvas.setColorStroke(Color.GRAY);
        canvas.moveTo(middle, 0);
        canvas.lineTo(middle, PageSize.A4.getHeight());
        canvas.moveTo(0, half);
        canvas.lineTo(PageSize.A4.getWidth(), half);
        canvas.stroke();
        canvas.restoreState();
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.getMessage("shipment.waybill." + key, arguments, language.locale());
    }

    /** One label on a page; everything is measured from its upper left corner. */
    private final class Label {

        private final PdfContentByte canvas;
        private final float left;
        private final float top;
        private final Language language;

        Label(PdfContentByte canvas, float left, float top, Language language) {
            this.canvas = canvas;
            this.left = left;
            this.top = top;
            this.language = language;
        }

        void draw(Waybill waybill) {
            line(waybill.carrier(), PrintFonts.BOLD, 11, 14);
            var office = waybill.deliveryOffice();
            if (office != null) {
                box(office, PrintFonts.BOLD, 11, WIDTH / 2, 4, WIDTH - MARGIN, 34, Element.ALIGN_RIGHT);
            }
            barcode(waybill.trackingNumber(), 36, 92);
            rule(112);
            party("from", waybill.from(), 116, 170, 8.5f);
            rule(172);
            party("to", waybill.to(), 176, 258, 11);
            rule(262);
            qr(waybill.trackingNumber(), WIDTH - MARGIN - QR_SIDE, 268);
            line(text(language, "order", waybill.orderCode()), PrintFonts.REGULAR, 8.5f, 280);
            line(text(language, "weight", kilos(waybill.weightGrams())), PrintFonts.REGULAR, 8.5f, 292);
            rule(346);
            cash(waybill.cashToCollect());
            line(text(language, "signature"), PrintFonts.REGULAR, 7.5f, 410);
        }

        private void cash(Vnd amount) {
            if (amount.equals(Vnd.ZERO)) {
                line(text(language, "no-cash"), PrintFonts.BOLD, 15, 374);
                return;
            }
            line(text(language, "cash"), PrintFonts.REGULAR, 8.5f, 358);
            line(shown(amount), PrintFonts.BOLD, 24, 384);
        }

        private void party(String kind, Waybill.Party party, float from, float to, float size) {
            var words = new Paragraph();
            words.add(new Chunk(text(language, kind) + " ", new Font(PrintFonts.REGULAR, 7.5f)));
            words.add(new Chunk(party.name(), new Font(PrintFonts.BOLD, size)));
            if (!party.phone().isEmpty()) {
                words.add(new Chunk("  " + party.phone(), new Font(PrintFonts.BOLD, size)));
            }
            var place = party.street().isEmpty() ? party.area() : party.street() + "\n" + party.area();
            words.add(new Chunk("\n" + place, new Font(PrintFonts.REGULAR, size)));
            column(words, size * 1.25f, MARGIN, from, WIDTH - MARGIN, to, Element.ALIGN_LEFT);
        }

        private void box(
                String words, BaseFont font, float size, float x, float from, float right, float to, int alignment) {
            column(new Phrase(words, new Font(font, size)), size * 1.2f, x, from, right, to, alignment);
        }

        /** What is too long for its place is cut rather than printed over something else. */
        private void column(Phrase words, float leading, float x, float from, float right, float to, int alignment) {
            var column = new ColumnText(canvas);
            column.setSimpleColumn(words, left + x, top - to, left + right, top - from, leading, alignment);
            column.go();
        }

        private void line(String words, BaseFont font, float size, float down) {
            canvas.beginText();
            canvas.setFontAndSize(font, size);
            canvas.setTextMatrix(left + MARGIN, top - down);
            canvas.showText(words);
            canvas.endText();
        }

        private void rule(float down) {
            canvas.setLineWidth(0.7f);
            canvas.moveTo(left + MARGIN, top - down);
            canvas.lineTo(left + WIDTH - MARGIN, top - down);
            canvas.stroke();
        }

        private void barcode(String number, float from, float to) {
            var code = new Barcode128();
            code.setCode(number);
            code.setX(1.35f);
            code.setBarHeight(to - from);
            code.setFont(PrintFonts.BOLD);
            code.setSize(11);
            code.setBaseline(13);
            var picture = code.createTemplateWithBarcode(canvas, Color.BLACK, Color.BLACK);
            Rectangle size = code.getBarcodeSize();
            canvas.addTemplate(picture, left + (WIDTH - size.getWidth()) / 2, top - to - 15);
        }

        private void qr(String number, float x, float from) {
            var code = QrCode.encodeText(number, QrCode.Ecc.MEDIUM);
            float module = QR_SIDE / (code.size + 2 * QR_QUIET);
            for (int row = 0; row < code.size; row++) {
                for (int column = 0; column < code.size; column++) {
                    if (code.getModule(column, row)) {
                        canvas.rectangle(
                                left + x + (column + QR_QUIET) * module,
                                top - from - (row + QR_QUIET + 1) * module,
                                module,
                                module);
                    }
                }
            }
            canvas.fill();
        }
    }

    private static String shown(Vnd amount) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amount.dong()) + " ₫";
    }

    private static String kilos(int grams) {
        var kilos = NumberFormat.getNumberInstance(Locale.of("vi", "VN"));
        kilos.setMaximumFractionDigits(2);
        return kilos.format(grams / 1000.0) + " kg";
    }
}
