/** Buying: cart, checkout, payment, orders. */
@NullMarked
package vn.ocop.marketplace.web.buying;

import org.jspecify.annotations.NullMarked;
