package vn.ocop.marketplace.search;

/**
 * The ranking, all of it. A listing's score is the sum of what matched of the text and what the listing has to its
 * credit; every sum can be read with the administrators' explanation. Text comes first: everything to a listing's
 * credit together weighs about as much as one word with the wrong marks.
 */
final class RankingWeights {

    // ---- a word of the query, where it is found
    static final double TITLE_AS_TYPED = 4;
    static final double TITLE_WITHOUT_MARKS = 3;
    /** The query had marks and the title has others. */
    static final double TITLE_OTHER_MARKS = 2;
    /** The query had no marks and neither has the title: nem before ném and nêm. */
    static final double TITLE_EQUALLY_UNMARKED = 4.2;

    static final double ENGLISH_TITLE = 3;
    static final double RUN_TOGETHER = 2.5;
    static final double AROUND_THE_TITLE = 1.2;
    static final double DESCRIPTION = 1;
    static final double MISTYPED = 0.7;
    /** Two words of the query beside each other in the description, beside what the title says. */
    static final double ALSO_IN_DESCRIPTION = 0.4;

    // ---- two words of the query, beside each other in the listing as they are in the query
    static final double PAIR_AS_TYPED = 4;
    static final double PAIR_WITHOUT_MARKS = 3;
    static final double PAIR_OTHER_MARKS = 2;

    /** Among what only comes near: times how rare the pair is in the catalogue, from nought to one. */
    static final double RARE_PAIR = 8;

    // ---- the query is how the title begins: the goods themselves, not something made of them
    static final double HEAD = 2;
    static final double HEAD_WORD = 1;
    /** The kinds of goods whose titles mostly begin as the query does. */
    static final double TYPICAL_KIND = 2;

    // ---- parts of the query that are no words
    static final double PLACE_BY_NAME = 4;
    static final double PLACE_AROUND = 3;
    static final double GROUP = 3;
    /** What was typed, beside what it was corrected to. */
    static final double AS_TYPED_BEFORE_CORRECTION = 0.6;

    /** Put first at the desk. */
    static final double PINNED = 10_000;

    // ---- to the listing's credit
    /**
     * Times {@link vn.ocop.marketplace.searchcontract.ListingDocument#rank}: stock, and sales by their order of
     * magnitude.
     */
    static final double STOCK_AND_SALES = 1;

    static final double FIVE_STARS = 0.5;
    static final double FOUR_STARS = 0.3;
    static final double THREE_STARS = 0.1;
    static final double FRESH = 0.2;
    static final double FRESH_DAYS = 60;
    /** From the province the shopper is in, or has chosen. */
    static final double NEAR = 0.4;

    static final double TIE = 0.05;

    private RankingWeights() {}
}
