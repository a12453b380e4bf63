package vn.ocop.marketplace.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of a shop's listings and choices the codes of a sheet mean. */
final class SheetCodes {

    private final Map<String, UUID> listings = new HashMap<>();
    private final Map<String, Owned> variants = new HashMap<>();

    /** A choice's listing and id. */
    record Owned(UUID listing, UUID variant) {}

    /** One choice with its codes, given or made of ids, in lower case. */
    record Known(
            UUID listing,
            String code,
            @Nullable UUID variant,
            @Nullable String sku) {}

    SheetCodes(List<Known> known) {
        for (var one : known) {
            listings.put(one.code(), one.listing());
            if (one.sku() != null && one.variant() != null) {
                variants.put(one.sku(), new Owned(one.listing(), one.variant()));
            }
        }
    }

    @Nullable UUID listing(ListingRow row) {
        var variant = variant(row);
        if (row.product() == null && variant != null) {
            return variant.listing();
        }
        return listings.get(lower(row.product() == null ? row.sku() : row.product()));
    }

    @Nullable Owned variant(ListingRow row) {
        return variants.get(lower(row.sku()));
    }

    static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
