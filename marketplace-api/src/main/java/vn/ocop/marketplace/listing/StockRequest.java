package vn.ocop.marketplace.listing;

import java.util.UUID;

/**
 * So many of one variant.
 *
 * @param promised how many of them were set aside for an offer by which they are bought
 */
public record StockRequest(UUID variantId, int quantity, int promised) {

    public StockRequest {
        if (quantity < 1 || promised < 0 || promised > quantity) {
            throw new IllegalArgumentException("cannot take " + quantity + ", " + promised + " of them promised");
        }
    }

    public StockRequest(UUID variantId, int quantity) {
        this(variantId, quantity, 0);
    }
}
