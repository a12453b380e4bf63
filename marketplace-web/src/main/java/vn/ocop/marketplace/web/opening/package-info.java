/** Opening a shop: applying, filling in its file, and what is still to do. */
@NullMarked
package vn.ocop.marketplace.web.opening;

import org.jspecify.annotations.NullMarked;
