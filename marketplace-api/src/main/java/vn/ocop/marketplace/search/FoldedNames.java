package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Names kept folded in memory, some ten thousand of them, to be found by the beginnings of their words. */
final class FoldedNames<T> {

    private static final int LETTERS = 3;

    /** By the first letters of each word: only names that can match are looked at. */
    private final Map<String, List<Entry<T>>> byBeginning = new HashMap<>();

    FoldedNames(List<T> things, Function<T, String> name) {
        for (T thing : things) {
            var folded = VietnameseText.fold(name.apply(thing));
            var entry = new Entry<>(" " + folded + " ", thing);
            for (var beginning : beginnings(folded)) {
                byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(entry);
            }
        }
    }

    private static Set<String> beginnings(String folded) {
        var beginnings = new HashSet<String>();
        for (var word : folded.split(" ")) {
            for (int letters = 1; letters <= Math.min(LETTERS, word.length()); letters++) {
                beginnings.add(word.substring(0, letters));
            }
        }
        return beginnings;
    }

    private record Entry<T>(String folded, T thing) {}

    /**
     * Those with all the words, of the last at least the beginning; names that begin with the text come first, then
     * shorter ones.
     */
    List<T> startingWith(List<Word> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        var text = words.stream().map(word -> " " + word.plain()).collect(Collectors.joining());
        var wanted = new ArrayList<>(
                words.stream().map(word -> " " + word.plain() + " ").toList());
        wanted.set(wanted.size() - 1, wanted.getLast().stripTrailing());
        return candidates(words).stream()
                .filter(entry -> wanted.stream().allMatch(entry.folded()::contains))
                .sorted(Comparator.comparing((Entry<T> entry) -> !entry.folded().startsWith(text))
                        .thenComparing(entry -> !entry.folded().contains(text))
                        .thenComparing(entry -> entry.folded().length()))
                .limit(limit)
                .map(Entry::thing)
                .toList();
    }

    /** The fewest names that share the beginning of one of the words. */
    private List<Entry<T>> candidates(List<Word> words) {
        return words.stream()
                .map(word ->
                        word.plain().substring(0, Math.min(LETTERS, word.plain().length())))
                .map(beginning -> byBeginning.getOrDefault(beginning, List.of()))
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
    }
}
