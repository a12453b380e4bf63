/** Walks the main job through a running marketplace, as a shopper, a seller and a postal clerk would. */
@NullMarked
package vn.ocop.marketplace.local.walk;

import org.jspecify.annotations.NullMarked;
