/** Dossiers: the papers a shop keeps for its certificates and their renewal, and who may read them. */
@ApplicationModule(
        displayName = "Dossiers",
        allowedDependencies = {"platform", "platform :: web", "account", "media", "territory", "shop", "catalog"})
@NullMarked
package vn.ocop.marketplace.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
