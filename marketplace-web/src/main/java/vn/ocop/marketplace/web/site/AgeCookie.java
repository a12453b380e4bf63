package vn.ocop.marketplace.web.site;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/** Remembers for a month that the visitor has said to be at least 18. */
@Component
public class AgeCookie {

    static final String NAME = "du-18";

    private final SiteSettings settings;

    AgeCookie(SiteSettings settings) {
        this.settings = settings;
    }

    public void write(ServerHttpResponse response) {
        response.addCookie(ResponseCookie.from(NAME, "1")
                .path("/")
                .maxAge(Duration.ofDays(30))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(settings.secure())
                .build());
    }
}
