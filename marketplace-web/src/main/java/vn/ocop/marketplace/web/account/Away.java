package vn.ocop.marketplace.web.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a browser that is away at the identity provider remembers: which going it was, and where to go afterwards.
 *
 * @param returnTo the local path, or empty
 */
record Away(String state, String returnTo) {

    private static final char BETWEEN = '.';

    /** As a cookie; what characters a path may have is no matter of the cookie's. */
    String text() {
        var path = Base64.getUrlEncoder().withoutPadding().encodeToString(returnTo.getBytes(StandardCharsets.UTF_8));
        return state + BETWEEN + path;
    }

    static Away of(@Nullable String cookie) {
        int between = cookie == null ? -1 : cookie.lastIndexOf(BETWEEN);
        if (cookie == null || between < 1) {
            return new Away("", "");
        }
        return new Away(cookie.substring(0, between), ReturnPath.of(path(cookie.substring(between + 1))));
    }

    /** Whether the provider sends back who went; a cookie that none is was nobody. */
    boolean was(@Nullable String asked) {
        return !state.isEmpty() && state.equals(asked);
    }

    private static String path(String encoded) {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            return "";
        }
    }
}
