package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seller wants different about a listing; what is null stays as it is. Text is text: markup in it is shown as
 * typed.
 *
 * @param attributes all of them, by the code of a {@link ListingAttribute}
 * @param pictures all of them in the order in which they are shown
 * @param certificateId the certificate that proves its stars; {@link #NO_CERTIFICATE} takes it off
 */
public record ListingChange(
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable String description,
        @Nullable String descriptionEn,
        @Nullable String categoryCode,
        @Nullable Map<String, String> attributes,
        @Nullable List<ShownPicture> pictures,
        @Nullable UUID certificateId,
        @Nullable ListingStatus status,
        List<VariantChange> variants) {

    public static final UUID NO_CERTIFICATE = new UUID(0, 0);

    public ListingChange {
        variants = List.copyOf(variants);
    }

    /** Another state and nothing else. */
    public static ListingChange to(ListingStatus status) {
        return new ListingChange(null, null, null, null, null, null, null, null, status, List.of());
    }

    /**
     * A choice; one without id is new.
     *
     * @param stock how many there are; of what was sold meanwhile nothing is known, so it replaces what is there
     * @param removed true takes the choice off for good
     */
    public record VariantChange(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable Long price,
            @Nullable Integer stock,
            @Nullable Integer weightGrams,
            @Nullable Size size,
            @Nullable Boolean removed) {}

    /** How large the packed goods are. */
    public record Size(int lengthMm, int widthMm, int heightMm) {}

    static ListingChange of(RiskyChange wanted) {
        return new ListingChange(
                wanted.title(),
                wanted.titleEn(),
                null,
                null,
                wanted.categoryCode(),
                null,
                wanted.pictures(),
                wanted.certificateId(),
                null,
                List.of());
    }

    /** The same without what buyers trust a listing by. */
    ListingChange withoutRisks() {
        return new ListingChange(
                null, null, description, descriptionEn, null, attributes, null, null, status, variants);
    }
}
