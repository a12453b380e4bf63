package vn.ocop.marketplace.local.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a banking app reads from a VietQR code. */
record VietQrCode(String bin, String account, long amount, String purpose) {

    static Optional<VietQrCode> read(String payload) {
        try {
            var fields = fields(payload);
            var receiver = fields(fields(fields.getOrDefault("38", "")).getOrDefault("01", ""));
            return Optional.of(new VietQrCode(
                    receiver.getOrDefault("00", ""),
                    receiver.getOrDefault("01", ""),
                    Long.parseLong(fields.getOrDefault("54", "0")),
                    fields(fields.getOrDefault("62", "")).getOrDefault("08", "")));
        } catch (IndexOutOfBoundsException | NumberFormatException notACode) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (int at = 0; at < text.length(); ) {
            int length = Integer.parseInt(text.substring(at + 2, at + 4));
            fields.put(text.substring(at, at + 2), text.substring(at + 4, at + 4 + length));
            at += 4 + length;
        }
        return fields;
    }
}
