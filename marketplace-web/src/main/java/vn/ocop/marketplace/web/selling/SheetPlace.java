package vn.ocop.marketplace.web.selling;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiAddress;

/**
 * Where sheets are sent: a shop by its id, or another workplace as {@code KIND:scope}.
 *
 * @param name as it stands in forms and addresses
 */
public record SheetPlace(String kind, String scope, String name) {

    static final String SHOP = "SHOP";

    static SheetPlace of(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                ? new SheetPlace(SHOP, name, name)
                : new SheetPlace(name.substring(0, colon), name.substring(colon + 1), name);
    }

    static SheetPlace of(Person.Membership at) {
        return new SheetPlace(
                at.kind(), at.scope(), at.kind().equals(SHOP) ? at.scope() : at.kind() + ':' + at.scope());
    }

    boolean isShop() {
        return kind.equals(SHOP);
    }

    ApiAddress address() {
        return isShop()
                ? ApiAddress.of("/api/v1/shops").segment(scope)
                : ApiAddress.of("/api/v1/workplaces").segment(kind).segment(scope);
    }

    /** The pages about it. */
    public String path() {
        return isShop() ? "/nguoi-ban/bang-tinh" : "/gian-hang-theo-bang";
    }

    /** The place as a part of an address. */
    public String query() {
        return (isShop() ? "gian-hang=" : "noi=") + name;
    }

    /** In whose colours the pages are. */
    public String desk() {
        return switch (kind) {
            case SHOP -> "seller";
            case "PROVINCE" -> "province";
            default -> "post";
        };
    }

    /** The desk one comes from. */
    public @Nullable String home() {
        return switch (kind) {
            case SHOP -> null;
            case "PROVINCE" -> "/ban-tinh/gian-hang?tinh=" + scope + "&loai=APPLIED";
            default -> "/giup-ban-hang?noi=" + name;
        };
    }
}
