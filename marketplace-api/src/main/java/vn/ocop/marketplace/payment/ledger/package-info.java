/**
 * The double-entry ledger: who is owed what, to the đồng, at any time. Postings are only ever added, in the transaction
 * of what causes them. Its tables lie in the migration folder of {@code payment}.
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"platform", "account"})
@NullMarked
package vn.ocop.marketplace.payment.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
