package vn.ocop.marketplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that mean the same from region to region, from {@code synonyms.txt}. A phrase of one marked word only counts
 * when it is typed with its marks: "nem" is far more often nem than ném.
 */
final class Synonyms {

    static final int LONGEST_PHRASE = 4;

    private final Map<String, Set<String>> byPhrase = new HashMap<>();

    Synonyms() {
        try (var file = Synonyms.class.getResourceAsStream("synonyms.txt")) {
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        var phrases = Arrays.stream(line.split("=")).map(String::strip).toList();
        for (String phrase : phrases) {
            var others = phrases.stream().filter(other -> !other.equals(phrase)).toList();
            var words = Word.of(phrase);
            byPhrase.computeIfAbsent(exact(words), key -> new LinkedHashSet<>()).addAll(others);
            if (words.size() > 1) {
                byPhrase.computeIfAbsent(plain(words), key -> new LinkedHashSet<>())
                        .addAll(others);
            }
        }
    }

    /** Other ways to say these words; empty when none is known. */
    List<List<Word>> of(List<Word> words) {
        boolean marked = words.stream().anyMatch(Word::marked);
        var others = byPhrase.getOrDefault(marked ? exact(words) : plain(words), Set.of());
        var alternatives = new ArrayList<List<Word>>();
        others.forEach(other -> alternatives.add(Word.of(other)));
        return alternatives;
    }

    private static String exact(List<Word> words) {
        return words.stream().map(Word::exact).collect(Collectors.joining(" "));
    }

    private static String plain(List<Word> words) {
        return words.stream().map(Word::plain).collect(Collectors.joining(" "));
    }
}
