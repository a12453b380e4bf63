/** What every module stands on: money, time, problems, outbox, idempotency, pages. Small and closed. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package vn.ocop.marketplace.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
