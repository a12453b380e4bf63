/** Public pages: home, search, listing, shop, provincial floor. */
@NullMarked
package vn.ocop.marketplace.web.storefront;

import org.jspecify.annotations.NullMarked;
