/**
 * Community digital teams: who they are, whom they brought to the marketplace, and how far those have got. Their
 * members go from door to door; what a team has done is counted from what really happened.
 */
@ApplicationModule(
        displayName = "Community teams",
        allowedDependencies = {"platform", "platform :: web", "account", "territory", "shop"})
@NullMarked
package vn.ocop.marketplace.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
