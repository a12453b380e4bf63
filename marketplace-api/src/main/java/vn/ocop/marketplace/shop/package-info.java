/** Shops: who sells, from where, and whether they are open. */
@ApplicationModule(
        displayName = "Shops",
        allowedDependencies = {"platform", "platform :: web", "territory", "account", "media", "sheet"})
@NullMarked
package vn.ocop.marketplace.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
