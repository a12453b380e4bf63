package vn.ocop.marketplace.territory;

/** How far apart two provinces are, as rate cards see it. */
public enum Nearness {
    SAME_PROVINCE,
    SAME_REGION,
    FAR
}
