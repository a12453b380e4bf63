package vn.ocop.marketplace.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * A listing as one line of its seller's table or of an officer's queue.
 *
 * @param refusal why it is not on sale, when somebody refused it
 * @param awaitsReview whether a wished change waits for an officer
 * @param since when it was submitted or its change was asked for, else when it was last touched
 */
public record ShelfRow(
        UUID id,
        UUID shopId,
        String shopName,
        String slug,
        ListingStatus status,
        LocalizedText title,
        String categoryCode,
        long revision,
        long soldCount,
        @Nullable String refusal,
        boolean awaitsReview,
        Instant since,
        @Nullable Picture picture,
        List<Choice> variants) {

    /** A choice with what is left of it. */
    public record Choice(UUID id, LocalizedText name, long price, int stock, int weightGrams) {}
}
