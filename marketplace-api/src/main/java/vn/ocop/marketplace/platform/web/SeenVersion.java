package vn.ocop.marketplace.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemCode;
import vn.ocop.marketplace.platform.ProblemException;

/** The version of a thing that somebody saw before changing it, as If-Match says it. */
public final class SeenVersion {

    /** The version alone, or the whole tag of a public page, which begins with it. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:-[^\"]*)?\"");

    private SeenVersion() {}

    /**
     * @param missing the refusal of a request that does not say what was seen
     * @param stale the refusal of one that saw what was never there
     */
    public static long of(@Nullable String ifMatch, ProblemCode missing, ProblemCode stale) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(missing);
        }
        var version = TAG.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw new ProblemException(stale);
        }
        return Long.parseLong(version.group(1));
    }

    /** The same as an ETag. */
    public static String tag(long version) {
        return "\"" + version + '"';
    }
}
