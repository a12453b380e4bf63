package vn.ocop.marketplace.listing;

import java.util.UUID;

/**
 * A line whose stock now belongs to the caller's transaction.
 *
 * @param price what the variant costs now that its row is locked; differs from the quote if the seller changed it
 * @param left what remains for others
 */
public record TakenStock(UUID variantId, UUID listingId, int quantity, long price, int left) {}
