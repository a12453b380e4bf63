/** Working for a household by its own word: asking it, opening its shop, its yes to what was prepared, handing over. */
@NullMarked
package vn.ocop.marketplace.web.helping;

import org.jspecify.annotations.NullMarked;
