/** The province's desk: what waits for an officer's word. */
@NullMarked
package vn.ocop.marketplace.web.province;

import org.jspecify.annotations.NullMarked;
