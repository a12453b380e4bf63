package vn.ocop.marketplace.web.selling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;

/** Everything about one listing for who edits or judges it. */
public record ListingFile(Content listing, int percent, List<Advice> missing, List<Advice> hints) {

    /** The listing itself. */
    public record Content(
            String id,
            String shopId,
            String shopName,
            String slug,
            ListingState status,
            long revision,
            Words title,
            Words description,
            String categoryCode,
            @Nullable Map<String, Words> attributes,
            @Nullable String certificateId,
            List<Picture> pictures,
            List<Choice> variants,
            @Nullable String refusal,
            List<String> requiredAttributes,
            List<String> watchWords,
            @Nullable Wanted wanted,
            List<Event> history) {

        public String attribute(String code) {
            var value = attributes == null ? null : attributes.get(code);
            return value == null ? "" : value.vietnamese();
        }
    }

    /** A choice. */
    public record Choice(
            String id,
            Words name,
            long price,
            int stock,
            int weightGrams,
            @Nullable Size size,
            @Nullable Long lowestPrice) {}

    /** How large the packed goods are. */
    public record Size(int lengthMm, int widthMm, int heightMm) {}

    /** What the seller wants different and nobody has decided yet. */
    public record Wanted(
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String categoryCode,
            @Nullable List<Picture> pictures,
            @Nullable String certificateId) {}

    /** Something that happened to it. */
    public record Event(
            Instant at,
            String kind,
            ListingState fromStatus,
            ListingState toStatus,
            @Nullable String reason) {}

    /** One piece of advice. */
    public record Advice(String about, String message) {}

    /** The advice about a field, or nothing. */
    public @Nullable String lackOf(String field) {
        return missing.stream()
                .filter(advice -> advice.about().equals(field))
                .map(Advice::message)
                .findFirst()
                .orElse(null);
    }
}
