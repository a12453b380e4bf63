package vn.ocop.marketplace.web.api;

import org.jspecify.annotations.Nullable;

/** A province or a commune; the name is bare ({@code Quảng Trị}), the kind says what it is. */
public record Place(
        String code, String name, String kind, @Nullable String slug) {

    /** What the place is linked by. */
    public String key() {
        return slug == null ? code : slug;
    }
}
