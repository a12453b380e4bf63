package vn.ocop.marketplace.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * A dispute at the card provider as it was last seen.
 *
 * @param ref the provider's id of the dispute
 * @param intentRef what brought the money
 * @param answerBy until when evidence is taken; null where none is asked for
 */
record CardDispute(
        String ref,
        String intentRef,
        Vnd amount,
        String reason,
        DisputeStatus status,
        Instant openedAt,
        @Nullable Instant answerBy)
        implements CardNews {}
