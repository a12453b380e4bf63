package vn.ocop.marketplace.checkout;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.payment.PaymentMethod;

/**
 * A way to pay and, where it cannot be used for this purchase, why not.
 *
 * @param reason key in the message bundles; null when the method may be chosen
 */
public record PaymentChoice(PaymentMethod method, @Nullable String reason) {}
