package vn.ocop.marketplace.payment.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * One provision on promotions, in force from a day on and perhaps until another.
 *
 * @param category of what it binds or frees, with all below it; null where it is about all goods
 */
public record LegalRule(
        @Nullable UUID id,
        Kind rule,
        @Nullable String category,
        long value,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String legalRef,
        LocalizedText clause,
        Certainty certainty) {

    /** What it says. */
    public enum Kind {
        MAX_DISCOUNT_BP,
        MAX_DISCOUNT_CONCENTRATED_BP,
        LOWEST_PRICE_DAYS,
        MAX_DAYS_A_YEAR,
        BARRED,
        EXEMPT
    }

    /** How sure it is that the law says so. */
    public enum Certainty {
        FULL_TEXT_READ,
        SECONDARY_SOURCE,
        ASSUMED,
        DISPUTED
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
