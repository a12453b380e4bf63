package vn.ocop.marketplace.shipment;

import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PrintFonts;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.PostOffices;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** A manifest to be signed by both sides: each parcel by number and commune, how many, and what is to be taken. */
@Component
class ManifestPdf {

    private static final float[] WIDTHS = {1f, 3.2f, 3.6f, 4.4f, 1.8f, 2.2f};
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final MessageSource texts;
    private final Territory territory;

    ManifestPdf(MessageSource texts, Territory territory) {
        this.texts = texts;
        this.territory = territory;
    }

    byte[] of(Manifest manifest, Map<String, PostOffices.Named> offices, Language language) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, 36, 36, 36, 36);
        PdfWriter.getInstance(document, bytes);
        document.addTitle(text(language, "title", manifest.code()));
        document.open();
        document.add(new Paragraph(text(language, "title", manifest.code()), new Font(PrintFonts.BOLD, 16)));
        document.add(plain(text(language, "from", name(manifest.office(), offices))));
        var towards = manifest.towards();
        if (towards != null) {
            document.add(plain(text(language, "to", name(towards, offices))));
        }
        var made = ZonedDateTime.ofInstant(manifest.madeAt(), BusinessTime.ZONE);
        document.add(plain(text(language, "at", MOMENT.format(made))));
        document.add(table(manifest, language));
        document.add(new Paragraph(
                text(language, "count", manifest.lines().size(), shown(manifest.cash())),
                new Font(PrintFonts.BOLD, 11)));
        document.add(signatures(language));
        document.close();
        return bytes.toByteArray();
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.getMessage("shipment.manifest." + key, arguments, language.locale());
    }

    private static Paragraph plain(String words) {
        return new Paragraph(words, new Font(PrintFonts.REGULAR, 10));
    }

    private static String name(String code, Map<String, PostOffices.Named> offices) {
        var named = offices.get(code);
        return named == null ? code : code + " " + named.name();
    }

    private PdfPTable table(Manifest manifest, Language language) {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(8);
        table.setHeaderRows(1);
        table.addCell(cell("", PrintFonts.BOLD, Element.ALIGN_LEFT));
        List.of("number", "order", "area", "weight", "cash")
                .forEach(column -> table.addCell(cell(text(language, column), PrintFonts.BOLD, Element.ALIGN_LEFT)));
        int position = 1;
        for (var line : manifest.lines()) {
            table.addCell(cell(String.valueOf(position++), PrintFonts.REGULAR, Element.ALIGN_RIGHT));
            table.addCell(cell(line.trackingNumber(), PrintFonts.BOLD, Element.ALIGN_LEFT));
            table.addCell(cell(line.orderCode(), PrintFonts.REGULAR, Element.ALIGN_LEFT));
            table.addCell(cell(
                    territory.commune(line.communeCode()).map(ManifestPdf::area).orElse(line.communeCode()),
                    PrintFonts.REGULAR,
                    Element.ALIGN_LEFT));
            table.addCell(cell(line.weightGrams() + " g", PrintFonts.REGULAR, Element.ALIGN_RIGHT));
            table.addCell(cell(shown(line.cash()), PrintFonts.REGULAR, Element.ALIGN_RIGHT));
        }
        return table;
    }

    private static String area(Commune commune) {
        return commune.kind() + " " + commune.name();
    }

    private PdfPTable signatures(Language language) {
        var table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.setSpacingBefore(24);
        for (var side : List.of("giver", "taker")) {
            var cell = cell(text(language, side), PrintFonts.REGULAR, Element.ALIGN_CENTER);
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setFixedHeight(80);
            table.addCell(cell);
        }
        table.setKeepTogether(true);
        return table;
    }

    private static PdfPCell cell(String words, BaseFont font, int alignment) {
        var cell = new PdfPCell(new Phrase(words, new Font(font, 9)));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(4);
        return cell;
    }

    private static String shown(Vnd amount) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amount.dong());
    }
}
