package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a parcel: somebody saw it do a step, somewhere, at some time.
 *
 * @param id given by the device, so that the same scan sent again is the same scan
 * @param at when it happened, by the server's clock
 * @param towards the office it was sent on to
 * @param courier who has it from then on
 * @param voids the scan that was a mistake; then the step does not matter
 */
public record Scan(
        UUID id,
        ParcelStatus step,
        Instant at,
        Source source,
        @Nullable String office,
        @Nullable String towards,
        @Nullable UUID courier,
        @Nullable FailureReason reason,
        @Nullable UUID actor,
        @Nullable UUID voids) {

    /** In the order it happened, at one moment in the order of the way; that it was asked for is the first of all. */
    static final Comparator<Scan> BY_TIME = Comparator.comparing((Scan scan) -> scan.step() != ParcelStatus.TO_COLLECT)
            .thenComparing(Scan::at)
            .thenComparing(Scan::step)
            .thenComparing(Scan::id);

    /** Where it comes from. */
    public enum Source {
        SYSTEM,
        DESK,
        COURIER,
        CARRIER
    }
}
