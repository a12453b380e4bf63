package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan from a phone out of reach that could not be taken, and why. */
public record RefusedScan(
        UUID id,
        UUID actor,
        String number,
        ParcelStatus step,
        @Nullable FailureReason reason,
        String problem,
        Instant at) {}
