package vn.ocop.marketplace.payment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * The text in a VietQR code for a transfer to an account: EMVCo merchant-presented, by the rules of NAPAS. With an
 * amount it is for one transfer, without one for any.
 *
 * @param purpose what the bank hands on as the transfer's memo
 */
record VietQr(
        String bin,
        String account,
        @Nullable Vnd amount,
        @Nullable String purpose) {

    private static final int MAX_AMOUNT_DIGITS = 13;
    private static final int MAX_ACCOUNT = 19;
    private static final int MAX_PURPOSE = 25;
    private static final String NAPAS = "A000000727";
    private static final String TO_ACCOUNT = "QRIBFTTA";
    private static final String DONG = "704";

    VietQr {
        must(bin.matches("\\d{6}"), "a bank number has six digits");
        must(account.matches("[0-9A-Za-z]{1," + MAX_ACCOUNT + "}"), "an account has up to 19 letters or digits");
        must(
                amount == null
                        || amount.compareTo(Vnd.ZERO) > 0
                                && Long.toString(amount.dong()).length() <= MAX_AMOUNT_DIGITS,
                "an amount has up to 13 digits");
        must(
                purpose == null || purpose.matches("[ -~]{1," + MAX_PURPOSE + "}"),
                "a purpose has up to 25 plain characters");
    }

    private static void must(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException(why);
        }
    }

    String payload() {
        var receiver = field("00", bin) + field("01", account);
        var text = new StringBuilder();
        text.append(field("00", "01"));
        text.append(field("01", amount == null ? "11" : "12"));
        text.append(field("38", field("00", NAPAS) + field("01", receiver) + field("02", TO_ACCOUNT)));
        text.append(field("53", DONG));
        if (amount != null) {
            text.append(field("54", Long.toString(amount.dong())));
        }
        text.append(field("58", "VN"));
        if (purpose != null) {
            text.append(field("62", field("08", purpose)));
        }
        text.append("6304");
        return text.append(String.format(Locale.ROOT, "%04X", crc(text.toString())))
                .toString();
    }

    private static String field(String tag, String value) {
        return tag + String.format(Locale.ROOT, "%02d", value.length()) + value;
    }

    /** CRC-16/CCITT-FALSE over the text before it, its own tag and length included. */
    static int crc(String text) {
        int crc = 0xFFFF;
        for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (letter & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
