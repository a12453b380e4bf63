package vn.ocop.marketplace.checkout;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.platform.Vnd;

/** So many of one variant, at what it costs now. */
public record CartLine(SellableVariant variant, int quantity) {

    public Vnd unitPrice() {
        return Vnd.of(variant.price());
    }

    public Vnd total() {
        return unitPrice().times(quantity);
    }

    public int weightGrams() {
        return Math.multiplyExact(variant.weightGrams(), quantity);
    }

    /** Why this line cannot be ordered as it is; null when it can. */
    public @Nullable CheckoutProblem problem() {
        if (!variant.onSale()) {
            return CheckoutProblem.NOT_ON_SALE;
        }
        if (variant.closedUntil() != null) {
            return CheckoutProblem.SHOP_ON_HOLIDAY;
        }
        return variant.stock() < quantity ? CheckoutProblem.NOT_ENOUGH : null;
    }
}
