package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shows that a parcel was handed over, or could not be. */
public record Proof(
        UUID scan, Kind kind, Instant at, @Nullable UUID document) {

    /** The ways to show it. */
    public enum Kind {
        PHOTO,
        SIGNATURE,
        /** The recipient knew the code they were told. */
        CODE
    }
}
