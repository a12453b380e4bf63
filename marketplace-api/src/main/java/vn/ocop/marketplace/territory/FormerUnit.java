package vn.ocop.marketplace.territory;

import java.util.Locale;

/**
 * A commune as it was called before, and one of those that took it in.
 *
 * @param name with its kind ("Xã Tân Hợp"); the district alone for islands that had no communes
 * @param divided whether other communes of today took parts of it as well
 */
record FormerUnit(String name, String district, String province, String communeCode, boolean divided) {

    /** As a reader would say it: "xã Tân Hợp, huyện Hướng Hóa, Quảng Trị". */
    String spoken() {
        var place = name.isEmpty() ? lowerFirst(district) : lowerFirst(name) + ", " + lowerFirst(district);
        return place + ", " + province;
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
