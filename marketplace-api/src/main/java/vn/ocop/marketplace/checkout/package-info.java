/** Carts and quotes: what someone wants to buy, and what it costs with delivery before they order. */
@ApplicationModule(
        displayName = "Checkout",
        allowedDependencies = {
            "platform",
            "account",
            "territory",
            "catalog",
            "media",
            "shop",
            "listing",
            "payment",
            "payment :: campaign",
            "shipment",
            "shipment :: network"
        })
@NullMarked
package vn.ocop.marketplace.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
