/** The seller's desk: orders to confirm, products. */
@NullMarked
package vn.ocop.marketplace.web.selling;

import org.jspecify.annotations.NullMarked;
