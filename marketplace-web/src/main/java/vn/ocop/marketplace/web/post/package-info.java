/** The postal clerk's desk: parcels to take over and hand over. */
@NullMarked
package vn.ocop.marketplace.web.post;

import org.jspecify.annotations.NullMarked;
