package vn.ocop.marketplace.payment.payout.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.pdf.PdfPTable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.payout.FeeInvoice;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PrintFonts;
import vn.ocop.marketplace.platform.Vnd;

/** An invoice of the platform's fee as a PDF. */
@Component
@EnableConfigurationProperties(OperatorProperties.class)
class FeeInvoiceFile {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final float[] WIDTHS = {5f, 2f};

    private final MessageSource texts;
    private final OperatorProperties operator;

    FeeInvoiceFile(MessageSource texts, OperatorProperties operator) {
        this.texts = texts;
        this.operator = operator;
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.getMessage("payout.invoice." + key, arguments, Locale.of(language.tag()));
    }

    byte[] pdf(FeeInvoice invoice, Language language) {
        return Paper.pdf(text(language, "title", invoice.code()), false, document -> {
            document.add(Paper.text(
                    text(language, "issued", Paper.day(invoice.issuedAt()), MONTH.format(invoice.month())),
                    PrintFonts.REGULAR,
                    10));
            document.add(Paper.text(text(language, "from"), PrintFonts.BOLD, 10));
            document.add(Paper.text(party(language, operator.name(), operator.taxCode()), PrintFonts.REGULAR, 10));
            document.add(Paper.text(operator.address(), PrintFonts.REGULAR, 10));
            document.add(Paper.text(text(language, "to"), PrintFonts.BOLD, 10));
            var code = invoice.taxCode();
            document.add(
                    Paper.text(party(language, invoice.shopName(), code == null ? "" : code), PrintFonts.REGULAR, 10));
            document.add(table(invoice, language));
            document.add(Paper.text(text(language, "explained"), PrintFonts.REGULAR, 9));
        });
    }

    private String party(Language language, String name, String taxCode) {
        return taxCode.isBlank() ? name : text(language, "party", name, taxCode);
    }

    private PdfPTable table(FeeInvoice invoice, Language language) {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(8);
        row(table, text(language, "fee", invoice.bookings()), invoice.fee(), false);
        row(table, text(language, "vat"), invoice.vat(), false);
        row(table, text(language, "total"), invoice.total(), true);
        return table;
    }

    private static void row(PdfPTable table, String label, Vnd amount, boolean total) {
        var font = total ? PrintFonts.BOLD : PrintFonts.REGULAR;
        table.addCell(Paper.left(label, font, total ? Paper.HEAD : null));
        table.addCell(Paper.amount(amount, font));
    }
}
