package vn.ocop.marketplace.shipment.network;

import java.util.Locale;

/**
 * A parcel number as the Universal Postal Union's S10 defines it: service, eight digits, check digit, country.
 * {@code HA} to {@code HZ} are parcels of electronic commerce.
 */
public record TrackingNumber(String text) {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int LARGEST_SERIAL = 99_999_999;

    public static TrackingNumber of(long serial) {
        if (serial < 0 || serial > LARGEST_SERIAL) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
        var digits = String.format(Locale.ROOT, "%08d", serial);
        return new TrackingNumber("HA" + digits + checkDigit(digits) + "VN");
    }

    /** As people copy it and scanners send it: in groups, in small letters. */
    public static String tidy(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return switch (check) {
            case 10 -> 0;
            case 11 -> 5;
            default -> check;
        };
    }
}
