package vn.ocop.marketplace.search;

/** Ways to narrow a list that come with counts. */
public enum Facet {
    PROVINCE("province"),
    CATEGORY("category"),
    STARS("stars"),
    PRICE("price"),
    SHOP("shop"),
    IN_STOCK("inStock");

    private final String wireName;

    Facet(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
