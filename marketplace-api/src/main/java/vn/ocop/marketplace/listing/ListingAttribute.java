package vn.ocop.marketplace.listing;

import java.util.Optional;
import java.util.stream.Stream;

/** What a listing may tell about its goods; shown in this order. */
public enum ListingAttribute {
    NET_WEIGHT("net_weight"),
    ORIGIN("origin"),
    MATERIAL("material"),
    DIMENSIONS("dimensions"),
    INGREDIENTS("ingredients"),
    SHELF_LIFE("shelf_life"),
    STORAGE("storage"),
    USAGE("usage"),
    /** The number under which the maker has declared or registered the product with the authorities. */
    REGISTRATION("registration");

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
