/** Community teams: their own page, and the desk of the province that leads them. */
@NullMarked
package vn.ocop.marketplace.web.community;

import org.jspecify.annotations.NullMarked;
