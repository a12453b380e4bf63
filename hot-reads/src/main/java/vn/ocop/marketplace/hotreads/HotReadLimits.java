package vn.ocop.marketplace.hotreads;

import java.time.Duration;

/**
 * How much is kept and how old it may get, whatever the answers themselves allow.
 *
 * @param totalBytes of all answers together
 * @param answerBytes of one answer; larger ones run every time
 * @param fresh longest time for which an answer is given without asking again
 * @param stale longest time after that for which the old answer is given while one request fetches the new one
 */
public record HotReadLimits(long totalBytes, int answerBytes, Duration fresh, Duration stale) {

    public static final HotReadLimits DEFAULTS =
            new HotReadLimits(32L << 20, 512 << 10, Duration.ofSeconds(60), Duration.ofSeconds(10));
}
