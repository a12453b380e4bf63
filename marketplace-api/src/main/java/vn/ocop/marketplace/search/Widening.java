package vn.ocop.marketplace.search;

/** What was left out of a question because nothing answered all of it. */
enum Widening {
    NOTHING(""),
    /** The stars or the price named in the text. */
    LIMITS("search.widened.limits"),
    /** The place named in the text. */
    PLACE("search.widened.place"),
    /** Some of the words. */
    WORDS("search.widened");

    private final String message;

    Widening(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
