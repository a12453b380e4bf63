package vn.ocop.marketplace.shop.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopFile;
import vn.ocop.marketplace.shop.ShopProblem;

/** The version somebody saw, as If-Match says it. */
final class SeenVersion {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private SeenVersion() {}

    static long of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ShopProblem.VERSION_NEEDED);
        }
        var version = TAG.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw new ProblemException(ShopProblem.STALE);
        }
        return Long.parseLong(version.group(1));
    }

    static String tag(long version) {
        return "\"" + version + '"';
    }

    static String tag(ShopFile shop) {
        return tag(shop.version());
    }
}
