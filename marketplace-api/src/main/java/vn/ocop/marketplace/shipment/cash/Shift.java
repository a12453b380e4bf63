package vn.ocop.marketplace.shipment.cash;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * A clerk's till.
 *
 * @param expected what should be in it, now or when it was closed
 * @param signedBy who put a second name under a difference
 */
public record Shift(
        UUID id,
        String office,
        UUID clerk,
        Vnd opening,
        Instant openedAt,
        Vnd expected,
        @Nullable Instant closedAt,
        @Nullable Vnd counted,
        String reason,
        @Nullable UUID signedBy) {

    /** What is too much, or below zero what is missing; nothing before it was counted. */
    public Vnd difference() {
        return counted == null ? Vnd.ZERO : counted.minus(expected);
    }

    public boolean waitsForSecond() {
        return signedBy == null && !difference().equals(Vnd.ZERO);
    }
}
