package vn.ocop.marketplace.web.offers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A programme such as Digital Consumer Month: name, theme and dates are the API's data. */
public record Programme(
        String code,
        String name,
        String theme,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant peakFrom,
        @Nullable Instant peakTo,
        @Nullable String decisionNo,
        @Nullable String decidedBy) {

    public boolean startedAt(Instant now) {
        return !now.isBefore(startsAt);
    }

    public boolean endedAt(Instant now) {
        return !now.isBefore(endsAt);
    }

    public boolean peakAt(Instant now) {
        return peakFrom != null && peakTo != null && !now.isBefore(peakFrom) && now.isBefore(peakTo);
    }

    /** What is counted down to: the start, the end of the peak, the end. */
    public Instant next(Instant now) {
        if (!startedAt(now)) {
            return startsAt;
        }
        return peakTo != null && peakAt(now) ? peakTo : endsAt;
    }

    /** Which of those it is, as the end of a text's key. */
    public String phase(Instant now) {
        if (!startedAt(now)) {
            return "coming";
        }
        if (endedAt(now)) {
            return "over";
        }
        return peakAt(now) ? "peak" : "running";
    }
}
