/** One clock for all processes of a marketplace that is run at another moment, such as the eve of a campaign. */
@NullMarked
package vn.ocop.marketplace.setclock;

import org.jspecify.annotations.NullMarked;
