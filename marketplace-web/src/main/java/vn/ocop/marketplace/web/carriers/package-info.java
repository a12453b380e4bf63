/** The platform's desk for carriers: their cash, how we speak to them, what they said that nobody understood. */
@NullMarked
package vn.ocop.marketplace.web.carriers;

import org.jspecify.annotations.NullMarked;
