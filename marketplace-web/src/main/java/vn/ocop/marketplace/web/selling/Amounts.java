package vn.ocop.marketplace.web.selling;

import java.util.Locale;

/** Reads sums as people type them: {@code 85000}, {@code 85.000}, {@code 85.000 ₫}, {@code 85k}. */
final class Amounts {

    private static final int LONGEST = 12;
    private static final long THOUSAND = 1_000;

    private Amounts() {}

    /** The sum in đồng, or 0 for what is none. */
    static long read(String typed) {
        var digits = typed.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > LONGEST) {
            return 0;
        }
        long amount = Long.parseLong(digits);
        return typed.strip().toLowerCase(Locale.ROOT).matches("[0-9]+ ?(k|nghìn|ngàn)") ? amount * THOUSAND : amount;
    }
}
