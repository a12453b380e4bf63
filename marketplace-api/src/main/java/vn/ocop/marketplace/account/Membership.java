package vn.ocop.marketplace.account;

/** Binds a person to what they work for: a shop by id, a post office or province by code, the platform by {@code *}. */
public record Membership(Kind kind, String scope) {

    public enum Kind {
        SHOP,
        POST_OFFICE,
        PROVINCE,
        PLATFORM
    }
}
