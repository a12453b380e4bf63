package vn.ocop.marketplace.territory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name people use for a place, of today or of before July 2025, and today's communes it covers.
 *
 * @param name without its kind
 * @param within the province of today or, for former units, of then; the same as the name for provinces
 * @param communes codes of the communes; for a province of today all of them
 * @param province the code of a province of today; absent for everything else
 */
public record NamedPlace(
        String name,
        Kind kind,
        String within,
        Set<String> communes,
        @Nullable String province) {

    public NamedPlace {
        communes = Set.copyOf(communes);
    }

    /** What was or is called so, the largest and most recent first. */
    public enum Kind {
        PROVINCE,
        FORMER_PROVINCE,
        COMMUNE,
        FORMER_DISTRICT,
        FORMER_COMMUNE
    }
}
