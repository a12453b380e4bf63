package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a seller wants different about a listing; what is null stays as it is. */
public record ListingChange(
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable String description,
        @Nullable ListingStatus status,
        List<VariantChange> variants) {

    public ListingChange {
        variants = List.copyOf(variants);
    }

    /** A new price or stock for one variant. */
    public record VariantChange(
            UUID id, @Nullable Long price, @Nullable Integer stock) {}
}
