package vn.ocop.marketplace.web.browser;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole marketplace with its demo data, as {@code ./start} runs it, once for all tests of the JVM.
 *
 * <p>{@code -Dmarketplace.site=http://localhost:8080 -Dmarketplace.messages=http://127.0.0.1:8090/messages} uses one
 * that is running already.
 */
final class WholeStack {

    /** From here on a seller is let in only with an electronic identity, which no test here has. */
    static final Instant ELECTRONIC_IDENTITY = Instant.parse("2026-12-31T17:00:00Z");

    private static final Instant BEFORE_THAT = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(25);
    private static @Nullable String site;
    private static @Nullable LaunchedStack stack;
    private static String messages = System.getProperty("marketplace.messages", "");

    private WholeStack() {}

    /** Starts it when first asked; not in a static initializer, for which the thread that polls would wait in vain. */
    static synchronized String site() {
        var known = site;
        if (known == null) {
            known = start();
            site = known;
        }
        return known;
    }

    /** What time it is in the marketplace that runs. */
    static synchronized Instant now() {
        site();
        return stack == null ? Instant.now() : stack.now();
    }

    /** None as long as the calendar lets these journeys happen; then December 2026 over and over. */
    static Duration clockOffset(Instant now) {
        if (now.isBefore(ELECTRONIC_IDENTITY)) {
            return Duration.ZERO;
        }
        var since = Duration.between(ELECTRONIC_IDENTITY, now).toSeconds() % SPAN.toSeconds();
        return Duration.between(now, BEFORE_THAT.plusSeconds(since));
    }

    /** The code last sent to a phone, read where the local stack shows what was sent to people. */
    static String codeFor(String phone) {
        site();
        return LaunchedStack.codeFor(messages, phone);
    }

    private static String start() {
        var running = System.getProperty("marketplace.site", "");
        if (!running.isBlank()) {
            return running;
        }
        var offset = clockOffset(Instant.now());
        var at = offset.isZero() ? null : Instant.now().plus(offset);
        var started = LaunchedStack.launch("whole-stack", at, false);
        stack = started;
        messages = started.messages();
        return started.site();
    }
}
