package vn.ocop.marketplace.web.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this site and never another site's address. */
final class ReturnPath {

    /** One slash and then no second one, nor a backslash, which browsers read as a slash. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_?=&.%+-]{0,300}");

    private ReturnPath() {}

    /** The path as it may be followed, without its language, or empty. */
    static String of(@Nullable String asked) {
        if (asked == null || !LOCAL.matcher(asked).matches()) {
            return "";
        }
        if (asked.equals("/en") || asked.startsWith("/en/")) {
            return of(asked.equals("/en") ? "/" : asked.substring(3));
        }
        return asked;
    }
}
