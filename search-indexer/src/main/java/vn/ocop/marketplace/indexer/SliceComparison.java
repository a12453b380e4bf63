package vn.ocop.marketplace.indexer;

/**
 * What comparing one part of the catalogue with the index came to.
 *
 * @param listings how many are on sale in it
 * @param differs whether counts or checksums were not the same
 * @param mended how many listings really differed and are put right
 */
record SliceComparison(long listings, boolean differs, int mended) {}
