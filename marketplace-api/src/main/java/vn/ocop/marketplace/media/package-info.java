/** Pictures: how they are taken in, where their bytes lie and how they are served. */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"platform", "platform :: web", "account"})
@NullMarked
package vn.ocop.marketplace.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
