package vn.ocop.marketplace.web.api;

import org.jspecify.annotations.Nullable;

/** A listing as it appears among others. */
public record ListingCard(
        String id,
        String slug,
        String title,
        ShopName shop,
        Place province,
        @Nullable Place commune,
        @Nullable CategoryName category,
        @Nullable Integer stars,
        long price,
        @Nullable Long priceTo,
        @Nullable Long before,
        boolean inStock,
        long soldCount,
        @Nullable Picture picture,
        boolean ageRestricted) {}
