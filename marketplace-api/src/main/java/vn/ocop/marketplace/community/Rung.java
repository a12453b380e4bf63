package vn.ocop.marketplace.community;

/** How far a household has got, from the first step to the last. */
public enum Rung {
    ACCOUNT,
    SHOP,
    FIRST_PRODUCT,
    FIRST_ORDER,
    FIRST_PAYOUT
}
