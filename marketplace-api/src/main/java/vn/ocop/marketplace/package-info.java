@NullMarked
package vn.ocop.marketplace;

import org.jspecify.annotations.NullMarked;
