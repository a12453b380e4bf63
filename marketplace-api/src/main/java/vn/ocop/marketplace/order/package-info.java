/** Orders: one purchase becomes one order per shop; this is where each of them has got to. */
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "platform",
            "account",
            "territory",
            "media",
            "shop",
            "community",
            "listing",
            "search",
            "payment",
            "payment :: campaign",
            "shipment",
            "shipment :: network",
            "shipment :: cash",
            "checkout"
        })
@NullMarked
package vn.ocop.marketplace.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
