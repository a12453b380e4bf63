/** Money asked back: the buyer's form, and the same case as buyer, shop and province see it. */
@NullMarked
package vn.ocop.marketplace.web.returning;

import org.jspecify.annotations.NullMarked;
