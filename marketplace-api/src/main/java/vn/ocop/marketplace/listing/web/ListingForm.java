package vn.ocop.marketplace.listing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.listing.ListingChange;
import vn.ocop.marketplace.listing.ListingLimits;
import vn.ocop.marketplace.listing.ListingStatus;
import vn.ocop.marketplace.listing.ShownPicture;

/** As much of a listing as its seller has said so far; what is absent stays as it is. */
record ListingForm(
        @Nullable @Size(max = 150) String title,
        @Nullable @Size(max = 150) String titleEn,
        @Nullable @Size(max = 20_000) String description,
        @Nullable @Size(max = 20_000) String descriptionEn,
        @Nullable @Size(max = 10) String categoryCode,
        @Nullable @Size(max = 20) Map<@Size(max = 40) String, @NotBlank @Size(max = 2_000) String> attributes,

        @Nullable @Size(max = ListingLimits.MOST_PICTURES) List<@NotNull @Valid PictureForm> pictures,

        @Nullable UUID certificateId,
        @Nullable ListingStatus status,

        @Nullable @Size(max = ListingLimits.MOST_VARIANTS) List<@NotNull @Valid VariantForm> variants) {

    record PictureForm(
            @NotNull UUID id,
            @Nullable @Size(max = 200) String alt,
            @Nullable @Size(max = 200) String altEn) {}

    record VariantForm(
            @Nullable UUID id,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,

            @Nullable @Min(ListingLimits.LOWEST_PRICE) @Max(ListingLimits.HIGHEST_PRICE) Long price,

            @Nullable @Min(0) @Max(ListingLimits.MOST_STOCK) Integer stock,

            @Nullable @Min(1) @Max(ListingLimits.HEAVIEST_GRAMS) Integer weightGrams,

            @Nullable @Valid SizeForm size,
            @Nullable Boolean removed) {

        ListingChange.VariantChange change() {
            return new ListingChange.VariantChange(
                    id, name, nameEn, price, stock, weightGrams, size == null ? null : size.size(), removed);
        }
    }

    record SizeForm(
            @NotNull @Min(1) @Max(ListingLimits.LONGEST_MM) Integer lengthMm,
            @NotNull @Min(1) @Max(ListingLimits.LONGEST_MM) Integer widthMm,
            @NotNull @Min(1) @Max(ListingLimits.LONGEST_MM) Integer heightMm) {

        ListingChange.Size size() {
            return new ListingChange.Size(lengthMm, widthMm, heightMm);
        }
    }

    ListingChange change() {
        return new ListingChange(
                title,
                titleEn,
                description,
                descriptionEn,
                categoryCode,
                attributes,
                pictures == null
                        ? null
                        : pictures.stream()
                                .map(picture -> new ShownPicture(picture.id(), picture.alt(), picture.altEn()))
                                .toList(),
                certificateId,
                status,
                Objects.requireNonNullElse(variants, List.<VariantForm>of()).stream()
                        .map(VariantForm::change)
                        .toList());
    }
}
