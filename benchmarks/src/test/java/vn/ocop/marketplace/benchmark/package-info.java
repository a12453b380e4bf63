/** Measures the whole packaged marketplace under load, against what its parts could do alone. */
@NullMarked
package vn.ocop.marketplace.benchmark;

import org.jspecify.annotations.NullMarked;
