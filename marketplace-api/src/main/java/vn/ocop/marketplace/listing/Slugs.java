package vn.ocop.marketplace.listing;

import java.util.HexFormat;
import java.util.UUID;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Makes the readable part of a listing's address. */
final class Slugs {

    private static final int LONGEST_READABLE = 120;

    private Slugs() {}

    /** Readable, and different for two listings of the same title. */
    static String of(String title) {
        var readable = VietnameseText.slug(title);
        var words = readable.substring(0, Math.min(LONGEST_READABLE, readable.length()));
        var mark = HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits(), 6);
        return words.isEmpty() ? mark : words + '-' + mark;
    }
}
