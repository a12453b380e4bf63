package vn.ocop.marketplace.listing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which listings of a shop or a province to show.
 *
 * @param statuses none means all but the archived ones
 * @param waiting only those with a wished change that waits
 * @param lowStock only those on sale of which little is left
 */
public record ShelfFilter(
        Set<ListingStatus> statuses, @Nullable String text, boolean waiting, boolean lowStock) {

    /** From here on a seller should bring more. */
    public static final int LOW_STOCK = 5;

    public ShelfFilter {
        statuses = Set.copyOf(statuses);
    }
}
