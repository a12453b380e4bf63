package vn.ocop.marketplace.web.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a phone kept out of reach and the office would not take. */
public record RefusedScan(
        String id,
        String number,
        Parcel.Status step,
        @Nullable String reason,
        String problem,
        Instant at) {}
