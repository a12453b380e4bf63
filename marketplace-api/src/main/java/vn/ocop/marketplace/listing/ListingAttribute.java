package vn.ocop.marketplace.listing;

import java.util.Optional;
import java.util.stream.Stream;

/** What a listing may tell about its goods; shown in this order. */
public enum ListingAttribute {
    NET_WEIGHT("net_weight"),
    ORIGIN("origin"),
    INGREDIENTS("ingredients"),
    SHELF_LIFE("shelf_life"),
    STORAGE("storage"),
    USAGE("usage");

    private final String code;

    ListingAttribute(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ListingAttribute> ofCode(String code) {
        return Stream.of(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}
