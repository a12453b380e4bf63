package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Money a card's holder asks their bank for.
 *
 * @param reason in the card provider's words
 * @param bearer who pays for it if it is lost
 * @param answerBy until when evidence can be handed in
 */
public record Dispute(
        UUID id,
        String ref,
        String purchase,
        Vnd amount,
        String reason,
        DisputeStatus status,
        Takeback.Bearer bearer,
        @Nullable Instant answerBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant settledAt) {

    /** What the goods or the shop are to blame for; the rest is the risk of whoever offers cards. */
    private static final Set<String> OF_THE_SHOP =
            Set.of("product_not_received", "product_unacceptable", "credit_not_processed", "subscription_canceled");

    /** Who bears it unless someone decides otherwise. */
    static Takeback.Bearer bearerFor(String reason) {
        return OF_THE_SHOP.contains(reason) ? Takeback.Bearer.SHOP : Takeback.Bearer.PLATFORM;
    }
}
