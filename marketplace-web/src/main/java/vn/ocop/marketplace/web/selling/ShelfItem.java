package vn.ocop.marketplace.web.selling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;

/** A listing as one line of a table. */
public record ShelfItem(
        String id,
        String shopId,
        String shopName,
        String slug,
        ListingState status,
        Words title,
        String categoryCode,
        long revision,
        long soldCount,
        @Nullable String refusal,
        boolean awaitsReview,
        Instant since,
        @Nullable Picture picture,
        List<Choice> variants) {

    /** A choice with what is left of it. */
    public record Choice(String id, Words name, long price, int stock, int weightGrams) {

        public boolean low() {
            return stock <= LOW;
        }
    }

    private static final int LOW = 5;

    /** What a bulk action needs to know of the line: which listing, and as it was seen. */
    public String seen() {
        return id + ":" + revision;
    }
}
