@NullMarked
package vn.ocop.marketplace.hotreads;

import org.jspecify.annotations.NullMarked;
