package vn.ocop.marketplace.web.site;

import java.util.List;
import java.util.regex.Pattern;

/** What a page may load, and which pages of others may show it within themselves: none unless it says so. */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    private static final Pattern SITE = Pattern.compile("https://[a-z0-9.-]{4,110}");

    private static final String OWN_FILES = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'");

    static final String NEVER_FRAMED = OWN_FILES + "; frame-ancestors 'none'";

    private ContentPolicy() {}

    /** For a page that these sites, given as {@code https://host}, may show within theirs. */
    public static String framedBy(List<String> sites) {
        var known = sites.stream().filter(site -> SITE.matcher(site).matches()).toList();
        return known.isEmpty() ? NEVER_FRAMED : OWN_FILES + "; frame-ancestors " + String.join(" ", known);
    }
}
