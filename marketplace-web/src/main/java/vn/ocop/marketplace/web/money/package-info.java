/** Money over the counter: what a shop earns and is paid, and the desk of those who keep the platform's. */
@NullMarked
package vn.ocop.marketplace.web.money;

import org.jspecify.annotations.NullMarked;
