package vn.ocop.marketplace.web.api;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.text.Language;

/** On whose behalf, and in which language, the API is asked; the token is absent for public pages. */
public record Caller(Language language, @Nullable String token) {

    /** Nobody in particular: what every anonymous visitor may see. */
    public static Caller anyone(Language language) {
        return new Caller(language, null);
    }
}
