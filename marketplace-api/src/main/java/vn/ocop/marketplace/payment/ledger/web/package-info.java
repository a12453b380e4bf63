/** The ledger over HTTP. */
@NullMarked
package vn.ocop.marketplace.payment.ledger.web;

import org.jspecify.annotations.NullMarked;
