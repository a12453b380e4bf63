package vn.ocop.marketplace.hotreads;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code Cache-Control} allows: how long an answer is fresh, and how long it may be shown after that. */
record Freshness(Duration fresh, Duration stale) {

    /** Null unless the answer is public and says for how long. */
    static @Nullable Freshness of(@Nullable String cacheControl) {
        if (cacheControl == null) {
            return null;
        }
        boolean isPublic = false;
        long maxAge = -1;
        long sharedMaxAge = -1;
        long stale = 0;
        for (String part : cacheControl.toLowerCase(Locale.ROOT).split(",")) {
            var directive = part.strip();
            switch (name(directive)) {
                case "public" -> isPublic = true;
                case "private", "no-store", "no-cache" -> {
                    return null;
                }
                case "max-age" -> maxAge = seconds(directive);
                case "s-maxage" -> sharedMaxAge = seconds(directive);
                case "stale-while-revalidate" -> stale = Math.max(0, seconds(directive));
                default -> {}
            }
        }
        long fresh = sharedMaxAge >= 0 ? sharedMaxAge : maxAge;
        return isPublic && fresh > 0 ? new Freshness(Duration.ofSeconds(fresh), Duration.ofSeconds(stale)) : null;
    }

    private static String name(String directive) {
        int equals = directive.indexOf('=');
        return equals < 0 ? directive : directive.substring(0, equals);
    }

    private static long seconds(String directive) {
        try {
            return Long.parseLong(directive, directive.indexOf('=') + 1, directive.length(), 10);
        } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
            return -1;
        }
    }

    Freshness atMost(HotReadLimits limits) {
        return new Freshness(shorter(fresh, limits.fresh()), shorter(stale, limits.stale()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
