package vn.ocop.marketplace.hotreads;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reduces any {@code Accept-Language} to one of the languages an application speaks, without parsing the usual ones.
 */
public final class PreferredLanguage {

    private final List<Locale> spoken;
    private final String fallback;

    /** The first language is what readers of none of them get. */
    public PreferredLanguage(String... tags) {
        this.spoken = List.of(tags).stream().map(Locale::forLanguageTag).toList();
        this.fallback = tags[0];
    }

    public String of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isEmpty()) {
            return fallback;
        }
        for (Locale locale : spoken) {
            if (acceptLanguage.equals(locale.getLanguage())) {
                return acceptLanguage;
            }
        }
        return parsed(acceptLanguage);
    }

    private String parsed(String acceptLanguage) {
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), spoken);
            return best == null ? fallback : best.getLanguage();
        } catch (IllegalArgumentException malformed) {
            return fallback;
        }
    }
}
