package vn.ocop.marketplace.web.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What shows that a parcel was handed over, or could not be. */
public record Proof(String kind, Instant at, @Nullable String document) {}
