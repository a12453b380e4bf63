@NullMarked
package vn.ocop.marketplace.local;

import org.jspecify.annotations.NullMarked;
