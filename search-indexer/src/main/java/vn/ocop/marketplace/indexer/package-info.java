/** Reads catalogue changes from PostgreSQL and feeds Elasticsearch. */
@NullMarked
package vn.ocop.marketplace.indexer;

import org.jspecify.annotations.NullMarked;
