package vn.ocop.marketplace.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ocop.marketplace.search.UnderstoodText.Span;

/**
 * What the database looks for in the folded words of a listing, in its query language. A phrase of several words is
 * looked for by its pairs of neighbours, a kind of goods and a place by their codes, as the rows hold them.
 *
 * @param all what every match has
 * @param phrase what those that come first have too: the words next to each other; empty for less than two words
 */
record PlainText(String all, String phrase) {

    static final PlainText NONE = new PlainText("", "");

    /** @param near words of the catalogue that come near a word that is not in it */
    static PlainText of(UnderstoodText text, Map<String, List<String>> near) {
        var all = text.spans().stream().map(span -> anyOf(span, near)).collect(Collectors.joining(" & "));
        return new PlainText(all, pairs(text.words()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean ranksPhrases() {
        return !phrase.isEmpty() && !phrase.equals(all);
    }

    private static String anyOf(Span span, Map<String, List<String>> near) {
        var ways = new LinkedHashSet<String>();
        for (var words : span.alternatives()) {
            ways.add(words.size() == 1 ? quoted(words.getFirst().plain()) : pairs(words));
            if (words.size() == 1) {
                near.getOrDefault(words.getFirst().plain(), List.of()).forEach(other -> ways.add(quoted(other)));
            }
        }
        for (var other : span.others()) {
            if (other.category() != null) {
                ways.add(quoted("@" + other.category()));
            }
        }
        var place = span.place();
        if (place != null) {
            Stream.concat(place.narrow().stream(), place.wide().stream())
                    .sorted()
                    .forEach(code -> ways.add(quoted("#" + code)));
            if (place.province() != null) {
                ways.add(quoted("#" + place.province()));
            }
        }
        return "(" + String.join(" | ", ways) + ")";
    }

    private static String pairs(List<Word> words) {
        return IntStream.range(1, words.size())
                .mapToObj(i ->
                        quoted(words.get(i - 1).plain() + "+" + words.get(i).plain()))
                .collect(Collectors.joining(" & "));
    }

    /**
     * A lexeme as the query language writes it; folded words have letters and digits only, but that is not its to know.
     */
    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Whole words and the beginning of the last, for what is being typed. */
    static String begunWith(List<Word> words) {
        return Stream.concat(
                        words.subList(0, words.size() - 1).stream().map(word -> quoted(word.plain())),
                        Stream.of(quoted(words.getLast().plain()) + ":*"))
                .collect(Collectors.joining(" & "));
    }
}
