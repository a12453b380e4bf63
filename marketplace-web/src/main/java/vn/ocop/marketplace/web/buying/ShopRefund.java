package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money a shop that was paid itself sends back.
 *
 * @param duty DUE, OVERDUE or DONE
 */
public record ShopRefund(
        String id,
        String purchase,
        long amount,
        Instant dueAt,
        String duty,
        @Nullable Instant doneAt) {}
