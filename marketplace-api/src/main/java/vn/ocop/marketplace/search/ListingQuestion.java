package vn.ocop.marketplace.search;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Language;

/**
 * A question to the search, checked.
 *
 * @param text what the shopper typed; blank to browse
 * @param after where the page before ended
 * @param verbatim whether the shopper insists on the words as typed
 * @param near code of the province whose goods come a little earlier
 * @param fingerprint the same for every page of one list, and for no other list
 */
public record ListingQuestion(
        String text,
        ListingFilters filters,
        ListingSort sort,
        int limit,
        @Nullable PageMark after,
        Language language,
        int fingerprint,
        boolean verbatim,
        @Nullable String near) {

    public static final int LONGEST_TEXT = 200;

    public static int fingerprint(String text, ListingFilters filters, ListingSort sort) {
        return (text.hashCode() * 31 + filters.hashCode()) * 31 + sort.name().hashCode();
    }

    int seen() {
        return after == null ? 0 : after.seen();
    }

    ListingQuestion withFilters(ListingFilters others) {
        return new ListingQuestion(text, others, sort, limit, after, language, fingerprint, verbatim, near);
    }

    ListingQuestion limitedTo(int most) {
        return new ListingQuestion(text, filters, sort, most, after, language, fingerprint, verbatim, near);
    }
}
