package vn.ocop.marketplace.indexer;

/** An index that should be there is not: the engine has lost its data, or a rebuild was given up. */
class IndexMissingException extends RuntimeException {

    private final String index;

    IndexMissingException(String index) {
        super("the index " + index + " is missing");
        this.index = index;
    }

    String index() {
        return index;
    }
}
