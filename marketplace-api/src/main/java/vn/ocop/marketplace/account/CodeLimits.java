package vn.ocop.marketplace.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;

/** How many codes are sent: each costs money and annoys whoever did not ask for it. */
final class CodeLimits {

    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;
    /** A hall full of people may share one address, as when a community team helps a hamlet. */
    private static final int FROM_ADDRESS_PER_HOUR = 60;

    private CodeLimits() {}

    /** What was sent lately to a destination and asked for from an address. */
    record Counts(
            int toDestinationInHour,
            int toDestinationInDay,
            @Nullable Instant lastToDestination,
            int fromAddressInHour) {}

    static void check(Counts counts, Instant now) {
        var last = counts.lastToDestination();
        if (last != null && now.isBefore(last.plus(PAUSE))
                || counts.toDestinationInHour() >= PER_HOUR
                || counts.toDestinationInDay() >= PER_DAY
                || counts.fromAddressInHour() >= FROM_ADDRESS_PER_HOUR) {
            throw new ProblemException(AccountProblem.TOO_MANY_CODES);
        }
    }
}
