package vn.ocop.marketplace.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * When a way to pay is not offered. What it says must all hold; null says nothing, so a rule that says nothing turns
 * the method off.
 *
 * @param over purchases of more than this
 * @param province purchases that go there
 * @param shop purchases with something of it
 * @param fewerPurchases buyers who have paid fewer purchases than this before
 */
public record MethodRule(
        UUID id,
        PaymentMethod method,
        @Nullable Vnd over,
        @Nullable String province,
        @Nullable UUID shop,
        @Nullable Integer fewerPurchases,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note) {

    boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it speaks of such a purchase, whoever buys it. */
    boolean meets(EligibleMethods.Purchase purchase) {
        return (over == null || purchase.amount().compareTo(over) > 0)
                && (province == null || province.equals(purchase.province()))
                && (shop == null || purchase.shops().contains(shop));
    }

    boolean looksAtHistory() {
        return fewerPurchases != null;
    }

    boolean meets(long paidBefore) {
        return fewerPurchases == null || paidBefore < fewerPurchases;
    }

    /** Why, in the most special of its terms: a key of the message bundles. */
    String reason() {
        if (fewerPurchases != null) {
            return "payment.method-needs-history";
        }
        if (shop != null) {
            return "payment.method-not-of-shop";
        }
        if (province != null) {
            return "payment.method-not-there";
        }
        return over == null ? "payment.method-off" : "payment.method-too-much";
    }
}
