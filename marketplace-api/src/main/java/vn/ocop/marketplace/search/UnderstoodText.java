package vn.ocop.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query means.
 *
 * @param spans its parts in order, each of which should be found
 * @param words all its words in order, for pairs of neighbours
 * @param stars certified stars the text asks for
 * @param corrected the text that was meant, when keys were left over in it
 */
record UnderstoodText(
        List<Span> spans,
        List<Word> words,
        List<Integer> stars,
        @Nullable String corrected) {

    UnderstoodText {
        spans = List.copyOf(spans);
        words = List.copyOf(words);
        stars = List.copyOf(stars);
    }

    /** One part of a query: the words themselves, then other ways to say the same. */
    record Span(List<List<Word>> alternatives) {}

    boolean isEmpty() {
        return spans.isEmpty();
    }
}
