package vn.ocop.marketplace.listing;

import java.util.UUID;

/** So many of one variant. */
public record StockRequest(UUID variantId, int quantity) {

    public StockRequest {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be positive: " + quantity);
        }
    }
}
