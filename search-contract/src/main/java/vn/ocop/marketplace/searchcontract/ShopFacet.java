package vn.ocop.marketplace.searchcontract;

/**
 * A shop as a facet value: its address and the name to show, in one string so that counting needs no second look-up.
 */
public record ShopFacet(String slug, String name) {

    private static final char SEPARATOR = '\t';

    public String value() {
        return slug + SEPARATOR + name;
    }

    public static ShopFacet parse(String value) {
        int at = value.indexOf(SEPARATOR);
        return at < 0 ? new ShopFacet(value, value) : new ShopFacet(value.substring(0, at), value.substring(at + 1));
    }
}
