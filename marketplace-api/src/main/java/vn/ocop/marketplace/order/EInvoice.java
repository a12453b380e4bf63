package vn.ocop.marketplace.order;

import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * The electronic invoice a seller has issued for an order, by what anyone can look it up at the tax office.
 *
 * @param symbol form number and symbol as printed, {@code 1C26TYY}
 * @param number without leading zeros
 * @param lookupCode what the provider of the invoice asks for; may be empty
 * @param lookupSite where; may be empty
 */
public record EInvoice(String symbol, String number, LocalDate issuedOn, String lookupCode, String lookupSite) {

    private static final Pattern SYMBOL = Pattern.compile("[1-9][CK]\\d{2}[A-Z]{3}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,7}");
    private static final Pattern SITE = Pattern.compile("(https://[^\\s\"<>]{1,190})?");

    public EInvoice {
        number = number.strip().replaceFirst("^0+(?=\\d)", "");
        symbol = symbol.strip();
        lookupCode = lookupCode.strip();
        lookupSite = lookupSite.strip();
        if (!SYMBOL.matcher(symbol).matches()
                || !NUMBER.matcher(number).matches()
                || !SITE.matcher(lookupSite).matches()) {
            throw new ProblemException(OrderProblem.BAD_INVOICE);
        }
    }

    /** Issued between the day of the sale and today. */
    void mustFit(LocalDate soldOn, LocalDate today) {
        if (issuedOn.isBefore(soldOn) || issuedOn.isAfter(today)) {
            throw new ProblemException(OrderProblem.BAD_INVOICE);
        }
    }
}
