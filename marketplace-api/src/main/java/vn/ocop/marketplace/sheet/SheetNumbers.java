package vn.ocop.marketplace.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Reads numbers as people type them into sheets, dots and commas either way; throws {@link NumberFormatException}. */
public final class SheetNumbers {

    private static final Pattern MONEY_WORDS = Pattern.compile("(?i)(vnd|vnđ|đồng|đ|₫|[\\s\\u00a0+])");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,]\\d{3})+|\\d+");
    private static final Pattern MEASURE = Pattern.compile("(\\d+(?:[.,]\\d+)*)\\s*(\\p{L}*)\\.?");
    private static final int LONGEST = 30;

    private SheetNumbers() {}

    /** {@code 85.000}, {@code 85,000.00}, {@code 85000 đ}. */
    public static long dong(String text) {
        return whole(MONEY_WORDS.matcher(limited(text)).replaceAll(""));
    }

    /** A count without fraction. */
    public static long whole(String text) {
        var digits = limited(text).strip().replaceAll("[.,]0{1,2}$", "");
        if (!GROUPED.matcher(digits).matches()) {
            throw new NumberFormatException(text);
        }
        return Long.parseLong(digits.replaceAll("[.,]", ""));
    }

    /** {@code 500}, {@code 1.500 g}, {@code 0,5 kg} in grams. */
    public static long grams(String text) {
        var measure = MEASURE.matcher(limited(text).strip());
        if (!measure.matches()) {
            throw new NumberFormatException(text);
        }
        return switch (measure.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "", "g", "gr", "gram", "gam" -> whole(measure.group(1));
            case "kg", "ký", "kí", "cân" -> scaled(measure.group(1), 1_000);
            default -> throw new NumberFormatException(text);
        };
    }

    /** {@code 12}, {@code 12,5 cm}, {@code 80 mm} in millimetres; without a unit centimetres. */
    public static long millimetres(String text) {
        var measure = MEASURE.matcher(limited(text).strip());
        if (!measure.matches()) {
            throw new NumberFormatException(text);
        }
        return switch (measure.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "", "cm" -> scaled(measure.group(1), 10);
            case "mm" -> whole(measure.group(1));
            case "m" -> scaled(measure.group(1), 1_000);
            default -> throw new NumberFormatException(text);
        };
    }

    private static long scaled(String number, int factor) {
        return new BigDecimal(number.replace(',', '.'))
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static String limited(String text) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException("too long");
        }
        return text;
    }
}
