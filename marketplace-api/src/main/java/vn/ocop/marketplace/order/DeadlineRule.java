package vn.ocop.marketplace.order;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a step of a return may take: a dated row with where it comes from.
 *
 * @param category the code it is for; null for all
 */
public record DeadlineRule(
        UUID id,
        Deadline.Step step,
        @Nullable String category,
        int hours,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String reference,
        Certainty certainty) {

    /** How sure we are of it. */
    public enum Certainty {
        FULL_TEXT_READ,
        SECONDARY_SOURCE,
        ASSUMED
    }
}
