@NullMarked
package vn.ocop.marketplace.payment.web;

import org.jspecify.annotations.NullMarked;
