package vn.ocop.marketplace.listing.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.listing.ListingProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** The revision somebody saw, as If-Match says it. */
final class Revision {

    /** The revision alone, or the whole tag of the listing's page, which begins with it. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:-[^\"]*)?\"");

    private Revision() {}

    static long of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ListingProblem.REVISION_NEEDED);
        }
        var revision = TAG.matcher(ifMatch.strip());
        if (!revision.matches()) {
            throw new ProblemException(ListingProblem.STALE);
        }
        return Long.parseLong(revision.group(1));
    }

    static String tag(long revision) {
        return "\"" + revision + '"';
    }
}
