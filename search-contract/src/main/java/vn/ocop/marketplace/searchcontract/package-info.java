/** What the API and the indexer agree on: the listing document, the index settings, Vietnamese text. Plain Java. */
@NullMarked
package vn.ocop.marketplace.searchcontract;

import org.jspecify.annotations.NullMarked;
