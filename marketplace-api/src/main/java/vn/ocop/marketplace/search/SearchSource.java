package vn.ocop.marketplace.search;

import java.util.Locale;

/** Who answered: the search engine, or the database while the engine is away. */
public enum SearchSource {
    SEARCH,
    DATABASE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
