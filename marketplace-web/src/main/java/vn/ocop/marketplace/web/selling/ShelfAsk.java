package vn.ocop.marketplace.web.selling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which of a shop's listings a seller asked for; nonsense shows everything. */
record ShelfAsk(
        @Nullable String shop,
        @Nullable ListingState status,
        boolean lowStock,
        @Nullable String text,
        @Nullable String after) {

    static final String LOW_STOCK = "LOW_STOCK";

    static ShelfAsk of(@Nullable String shop, @Nullable String list, @Nullable String text, @Nullable String after) {
        var status = Arrays.stream(ListingState.values())
                .filter(candidate -> candidate.name().equals(list))
                .findFirst()
                .orElse(null);
        return new ShelfAsk(shop, status, LOW_STOCK.equals(list), text, after);
    }

    /** The name of the list, or empty for everything. */
    String list() {
        if (lowStock) {
            return LOW_STOCK;
        }
        return status == null ? "" : status.name();
    }
}
