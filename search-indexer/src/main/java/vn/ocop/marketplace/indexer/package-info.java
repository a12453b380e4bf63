@NullMarked
package vn.ocop.marketplace.indexer;

import org.jspecify.annotations.NullMarked;
