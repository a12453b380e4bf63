package vn.ocop.marketplace.web.text;

/** Sums and counts as they are written in Viet Nam: {@code 1.250.000 ₫}. */
public final class Vnd {

    private Vnd() {}

    /** A sum that never breaks over two lines. */
    public static String format(long amount) {
        return grouped(amount) + "\u00a0₫";
    }

    /** A whole number with dots between thousands. */
    public static String grouped(long number) {
        var digits = Long.toString(Math.abs(number));
        var text = new StringBuilder(digits.length() + 8);
        if (number < 0) {
            text.append('-');
        }
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append('.');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
