/** Commission, withholding and declarations over HTTP. */
@NullMarked
package vn.ocop.marketplace.payment.payout.web;

import org.jspecify.annotations.NullMarked;
