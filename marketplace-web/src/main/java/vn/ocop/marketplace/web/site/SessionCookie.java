package vn.ocop.marketplace.web.site;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Keeps the visitor's API token where scripts cannot read it.
 *
 * <p>A second cookie, which scripts can read, says only that there is a session: the page asks for its cart count when
 * it is there, and anonymous visitors are spared the request.
 */
@Component
public class SessionCookie {

    static final String NAME = "phien";
    static final String MARKER = "co-phien";

    private final SiteSettings settings;

    SessionCookie(SiteSettings settings) {
        this.settings = settings;
    }

    static @Nullable String token(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    /** Remembers a token until it expires. */
    public void write(ServerHttpResponse response, String token, Instant expiresAt, Instant now) {
        var age = Duration.between(now, expiresAt);
        response.addCookie(cookie(NAME, token, age).httpOnly(true).build());
        response.addCookie(cookie(MARKER, "1", age).build());
    }

    public void clear(ServerHttpResponse response) {
        response.addCookie(cookie(NAME, "", Duration.ZERO).httpOnly(true).build());
        response.addCookie(cookie(MARKER, "", Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .sameSite("Lax")
                .secure(settings.secure());
    }
}
