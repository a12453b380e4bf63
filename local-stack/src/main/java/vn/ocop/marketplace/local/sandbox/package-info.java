/** A payment provider for the local stack: speaks Stripe's HTTP API to its own SDK and signs its webhooks. */
@NullMarked
package vn.ocop.marketplace.local.sandbox;

import org.jspecify.annotations.NullMarked;
