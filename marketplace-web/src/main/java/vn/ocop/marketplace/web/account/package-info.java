/** Signing up, in and out, and where one goes then. */
@NullMarked
package vn.ocop.marketplace.web.account;

import org.jspecify.annotations.NullMarked;
