package vn.ocop.marketplace.search;

/** A text, folded, how often it was searched and how often nothing answered it. */
public record SearchedTerm(String term, long searches, long inVain) {}
