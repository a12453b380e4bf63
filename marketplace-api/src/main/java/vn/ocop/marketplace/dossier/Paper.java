package vn.ocop.marketplace.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One paper of a shop's dossier.
 *
 * @param document its file, sealed with the documents of {@code media}
 * @param validTo the last day on which it counts; null when it does not run out
 */
public record Paper(
        UUID id,
        UUID shop,
        Kind kind,
        String title,
        UUID document,
        @Nullable LocalDate validTo,
        Instant addedAt) {

    private static final int SOON_DAYS = 180;

    /** What a council asks of a dossier. */
    public enum Kind {
        CERTIFICATE_SCAN,
        BUSINESS_REGISTRATION,
        FOOD_SAFETY,
        SELF_DECLARATION,
        TEST_REPORT,
        LABEL,
        ORIGIN,
        TRADEMARK,
        PRODUCT_STORY,
        BUSINESS_PLAN,
        OTHER
    }

    /** Whether it still counts. */
    public enum Standing {
        LASTING,
        VALID,
        EXPIRING,
        EXPIRED
    }

    public Standing standing(LocalDate today) {
        var last = validTo;
        if (last == null) {
            return Standing.LASTING;
        }
        if (today.isAfter(last)) {
            return Standing.EXPIRED;
        }
        return ChronoUnit.DAYS.between(today, last) <= SOON_DAYS ? Standing.EXPIRING : Standing.VALID;
    }
}
