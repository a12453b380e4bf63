@NullMarked
package vn.ocop.marketplace.order.web;

import org.jspecify.annotations.NullMarked;
