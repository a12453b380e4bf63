/** Provinces and communes in force, the names they had before, and the provincial floors. */
@ApplicationModule(
        displayName = "Territory",
        allowedDependencies = {"platform", "platform :: web", "account", "media"})
@NullMarked
package vn.ocop.marketplace.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
