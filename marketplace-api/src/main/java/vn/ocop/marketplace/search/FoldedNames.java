package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Names kept folded in memory, a few thousand of them, to be found by the beginnings of their words. */
final class FoldedNames<T> {

    private final List<Entry<T>> entries;

    FoldedNames(List<T> things, Function<T, String> name) {
        this.entries = things.stream()
                .map(thing -> new Entry<>(" " + VietnameseText.fold(name.apply(thing)) + " ", thing))
                .toList();
    }

    private record Entry<T>(String folded, T thing) {}

    /**
     * Those with a word beginning with each of the words; names that begin with the text come first, then shorter ones.
     */
    List<T> startingWith(List<Word> words, int limit) {
        var text = words.stream().map(word -> " " + word.plain()).collect(Collectors.joining());
        var wanted = new ArrayList<>(
                words.stream().map(word -> " " + word.plain() + " ").toList());
        wanted.set(wanted.size() - 1, wanted.getLast().stripTrailing());
        return entries.stream()
                .filter(entry -> wanted.stream().allMatch(entry.folded()::contains))
                .sorted(Comparator.comparing((Entry<T> entry) -> !entry.folded().startsWith(text))
                        .thenComparing(entry -> !entry.folded().contains(text))
                        .thenComparing(entry -> entry.folded().length()))
                .limit(limit)
                .map(Entry::thing)
                .toList();
    }
}
