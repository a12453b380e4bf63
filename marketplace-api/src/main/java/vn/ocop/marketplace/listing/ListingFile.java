package vn.ocop.marketplace.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * Everything about a listing for who edits or judges it.
 *
 * @param watchWords words in it that it should not use
 * @param wanted what its seller wants different and nobody has decided yet
 * @param history the newest first
 */
public record ListingFile(
        UUID id,
        UUID shopId,
        String shopName,
        String slug,
        ListingStatus status,
        long revision,
        LocalizedText title,
        LocalizedText description,
        String categoryCode,
        Map<String, LocalizedText> attributes,
        @Nullable UUID certificateId,
        List<Picture> pictures,
        List<Choice> variants,
        @Nullable String refusal,
        List<String> requiredAttributes,
        List<String> watchWords,
        @Nullable Wanted wanted,
        List<Event> history) {

    /**
     * A choice.
     *
     * @param lowestPrice the lowest it has cost in the last 30 days, today's included
     */
    public record Choice(
            UUID id,
            LocalizedText name,
            long price,
            int stock,
            int weightGrams,
            ListingChange.@Nullable Size size,
            @Nullable Long lowestPrice) {}

    /** The wished change; null stays as it is. */
    public record Wanted(
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String categoryCode,
            @Nullable List<Picture> pictures,
            @Nullable UUID certificateId) {}

    /** Something that happened to it. */
    public record Event(Instant at, String kind, String fromStatus, String toStatus, String reason) {}
}
