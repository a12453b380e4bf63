/** The OCOP taxonomy, what the law asks of its categories, and the certificates that prove stars. */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"platform", "platform :: web", "account", "territory", "shop", "sheet"})
@NullMarked
package vn.ocop.marketplace.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
