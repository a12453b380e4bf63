package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query means.
 *
 * @param spans its parts in order, each of which should be found
 * @param words all words of the spans in order, for pairs of neighbours
 * @param asTyped the parts before words were corrected; empty when nothing was
 * @param stars certified stars the text asks for
 * @param parts what was understood, to be shown and taken away again
 * @param corrected the text that was searched instead of the one typed
 */
record UnderstoodText(
        List<Span> spans,
        List<Word> words,
        List<Span> asTyped,
        List<Integer> stars,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        List<Part> parts,
        @Nullable String corrected) {

    UnderstoodText {
        spans = List.copyOf(spans);
        words = List.copyOf(words);
        asTyped = List.copyOf(asTyped);
        stars = List.copyOf(stars);
        parts = List.copyOf(parts);
    }

    /** What a part of a query is about, by the name callers see. */
    enum Kind {
        TEXT("text"),
        GROUP("group"),
        PLACE("place"),
        STARS("stars"),
        PRICE("price");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    /**
     * One understood part.
     *
     * @param typed the words it was read from
     * @param value what it was taken for, in the form its kind has: a place's name, a category's code, stars
     * @param without the query without it
     */
    record Part(Kind kind, String typed, String value, String without) {}

    /**
     * Another way to say a span.
     *
     * @param category code of a category that says the same, instead of words
     * @param worth how much a match counts, beside one of the words themselves
     */
    record Alternative(List<Word> words, @Nullable String category, double worth) {}

    /**
     * A place: its communes of today, the nearest meaning first.
     *
     * @param narrow communes that bear the name, or bore it before July 2025
     * @param province code of a province of today that bears the name
     */
    record Whereabouts(
            String name,
            Set<String> narrow,
            Set<String> wide,
            @Nullable String province) {}

    /** One part of a query: the words themselves, other ways to say the same, and the place they name. */
    record Span(
            List<Word> words,
            List<Alternative> others,
            @Nullable Whereabouts place) {

        Span {
            words = List.copyOf(words);
            others = List.copyOf(others);
        }

        static Span of(List<Word> words) {
            return new Span(words, List.of(), null);
        }

        /** The words themselves, then other words for the same. */
        List<List<Word>> alternatives() {
            var all = new ArrayList<List<Word>>();
            all.add(words);
            others.stream()
                    .map(Alternative::words)
                    .filter(other -> !other.isEmpty())
                    .forEach(all::add);
            return all;
        }
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    boolean has(Kind kind) {
        return parts.stream().anyMatch(part -> part.kind() == kind);
    }

    /** Whether the text named stars or a price. */
    boolean narrows() {
        return !stars.isEmpty() || minPrice != null || maxPrice != null;
    }

    /** Without asking for a place. */
    UnderstoodText anywhere() {
        var others = spans.stream().filter(span -> span.place() == null).toList();
        var typed = asTyped.stream().filter(span -> span.place() == null).toList();
        return new UnderstoodText(
                others,
                others.stream().flatMap(span -> span.words().stream()).toList(),
                typed,
                stars,
                minPrice,
                maxPrice,
                parts,
                corrected);
    }
}
