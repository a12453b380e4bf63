package vn.ocop.marketplace.listing;

/** How long, how many, how dear. */
public final class ListingLimits {

    public static final long LOWEST_PRICE = 1_000;
    public static final long HIGHEST_PRICE = 1_000_000_000;
    public static final int MOST_STOCK = 1_000_000;
    public static final int HEAVIEST_GRAMS = 200_000;
    public static final int LONGEST_MM = 3_000;
    public static final int MOST_VARIANTS = 20;
    public static final int MOST_PICTURES = 9;

    private ListingLimits() {}
}
