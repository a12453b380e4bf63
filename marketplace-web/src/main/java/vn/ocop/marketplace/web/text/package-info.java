/** Words, sums and dates as people read them, in Vietnamese and English. */
@NullMarked
package vn.ocop.marketplace.web.text;

import org.jspecify.annotations.NullMarked;
