/**
 * Payments: what is to be paid for a purchase, how, and what became of the money. Knows purchases only as a
 * {@link vn.ocop.marketplace.payment.Payable} and answers with events.
 */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "account",
            "community",
            "territory",
            "media",
            "shop",
            "sheet",
            "catalog",
            "listing",
            "payment.ledger",
            "payment.payout"
        })
@NullMarked
package vn.ocop.marketplace.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
