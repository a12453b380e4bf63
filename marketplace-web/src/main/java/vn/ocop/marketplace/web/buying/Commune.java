package vn.ocop.marketplace.web.buying;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;

/**
 * A commune with its province.
 *
 * @param formerly the former name it was found by
 * @param divided whether that former commune went to several of today's
 */
public record Commune(
        String code,
        String name,
        String kind,
        Place province,
        @Nullable String formerly,
        @Nullable Boolean divided) {

    /** {@code xã Khe Sanh, Quảng Trị}. */
    public String full() {
        return kind + " " + name + ", " + province.name();
    }
}
