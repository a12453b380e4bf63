/**
 * What the platform takes of a sale and what it keeps back for the state: commission rules, the rates of withholding,
 * and the tax from withholding to payment. Its tables lie in the migration folder of {@code payment}.
 */
@ApplicationModule(
        displayName = "Payouts",
        allowedDependencies = {"platform", "account", "shop", "community", "payment.ledger"})
@NullMarked
package vn.ocop.marketplace.payment.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
