@NullMarked
package vn.ocop.marketplace.checkout.web;

import org.jspecify.annotations.NullMarked;
