/** Listings and their variants, what they cost, what is in stock, and the change feed of the search index. */
@ApplicationModule(
        displayName = "Listings",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "account",
            "territory",
            "catalog",
            "media",
            "shop",
            "sheet"
        })
@NullMarked
package vn.ocop.marketplace.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
