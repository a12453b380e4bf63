package vn.ocop.marketplace.web.post;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How well an office or a carrier delivers. */
public record Figures(
        int days,
        long delivered,
        long promised,
        long onTime,
        long failedAttempts,
        long returned,
        long lost,
        @Nullable Double daysToRemit) {

    /** Of those with a promise, in percent; nothing before there are any. */
    public int onTimePercent() {
        return promised == 0 ? 0 : Math.toIntExact(Math.round(100.0 * onTime / promised));
    }

    /** Everything whose way has ended. */
    public long ended() {
        return delivered + returned + lost;
    }

    public int percent(long part) {
        return ended() == 0 ? 0 : Math.toIntExact(Math.round(100.0 * part / ended()));
    }

    /** With one place, as the reader writes it. */
    public String days(boolean english) {
        return daysToRemit == null ? "" : String.format(english ? Locale.UK : Locale.GERMANY, "%.1f", daysToRemit);
    }
}
