/** Sheets on the way in and out: reading, whose column is whose, looking before leaping, results by row. */
@ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {"platform", "platform :: web", "account"})
@NullMarked
package vn.ocop.marketplace.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
