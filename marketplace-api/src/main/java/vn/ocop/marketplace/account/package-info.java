/** People: guests and members, sign-in, sessions, and what they work for. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"platform", "platform :: web"})
@NullMarked
package vn.ocop.marketplace.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
