package vn.ocop.marketplace.search;

import java.util.Arrays;
import java.util.Optional;

/** Orders a list of listings can have, by the name callers use. The id decides between equals. */
public enum ListingSort {
    RELEVANCE("relevance", "_score", "desc"),
    PRICE("price", "price", "asc"),
    PRICE_DESCENDING("-price", "price", "desc"),
    NEWEST("newest", "publishedAt", "desc"),
    BEST_SELLING("best-selling", "soldCount", "desc");

    private final String wireName;
    private final String field;
    private final String direction;

    ListingSort(String wireName, String field, String direction) {
        this.wireName = wireName;
        this.field = field;
        this.direction = direction;
    }

    public String wireName() {
        return wireName;
    }

    String field() {
        return field;
    }

    String direction() {
        return direction;
    }

    public static Optional<ListingSort> of(String wireName) {
        return Arrays.stream(values())
                .filter(sort -> sort.wireName.equals(wireName))
                .findFirst();
    }
}
