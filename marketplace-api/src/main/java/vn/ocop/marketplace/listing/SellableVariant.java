package vn.ocop.marketplace.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * A variant as a cart line shows and prices it.
 *
 * @param variantName empty when the listing has only one variant and it needs no name
 * @param setAside how many of the stock are kept for offers that run
 * @param stars of a certificate in force; zero without
 * @param onSale whether the variant is offered, its listing on sale and its shop open; says nothing of stock
 * @param closedUntil the last day of the days of rest on which the shop takes no orders; null when it takes them
 * @param pickupProvinceCode where the parcel starts: the shop's province, not the product's
 */
public record SellableVariant(
        UUID variantId,
        UUID listingId,
        String listingSlug,
        LocalizedText title,
        LocalizedText variantName,
        long price,
        int stock,
        int setAside,
        boolean onSale,
        int weightGrams,
        UUID shopId,
        String shopSlug,
        String shopName,
        String pickupProvinceCode,
        String pickupCommuneCode,
        String categoryCode,
        int stars,
        boolean ageRestricted,
        boolean cashOnDelivery,
        @Nullable LocalizedPicture picture,
        @Nullable LocalDate closedUntil) {}
