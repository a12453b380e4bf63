@NullMarked
package vn.ocop.marketplace.search;

import org.jspecify.annotations.NullMarked;
