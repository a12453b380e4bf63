package vn.ocop.marketplace.indexer;

/**
 * Count and checksum of a part of the catalogue: any one listing missing, left over or of another revision changes it.
 */
record SliceSum(long listings, long revisions) {}
