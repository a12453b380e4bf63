package vn.ocop.marketplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocop.marketplace.search.UnderstoodText.Alternative;

/** Other names for the same thing, what serves a purpose, and words that say nothing; see {@code thesaurus.txt}. */
final class Thesaurus {

    static final int LONGEST_PHRASE = 5;

    /**
     * A different name for the same thing is nearly as good as the word itself; what serves the purpose a little less.
     */
    private static final double SAME = 0.95;

    private static final double SERVES = 0.85;
    private static final List<String> SHIPPED = shipped();

    private final Map<String, Map<String, Alternative>> byExact = new HashMap<>();
    private final Map<String, Map<String, Alternative>> byPlain = new HashMap<>();
    private final Set<String> courtesyExact = new HashSet<>();
    private final Set<String> courtesyPlain = new HashSet<>();
    private final Set<String> courtesyUnmarked = new HashSet<>();
    private final List<String> phrases = new ArrayList<>();

    /** What comes with the application. */
    Thesaurus() {
        this(List.of());
    }

    /** What comes with the application and what was added at the desk, in the same notation. */
    Thesaurus(List<String> added) {
        Stream.concat(SHIPPED.stream(), added.stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(this::add);
    }

    private static List<String> shipped() {
        try (var file = Thesaurus.class.getResourceAsStream("thesaurus.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        if (line.startsWith("?")) {
            split(line.substring(1), ",").forEach(this::courtesy);
        } else if (line.contains(">")) {
            var sides = split(line, ">");
            if (sides.size() == 2) {
                serves(sides.getFirst(), split(sides.getLast(), ","));
            }
        } else {
            same(split(line, "="));
        }
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void courtesy(String phrase) {
        var words = Word.of(phrase);
        phrases.add(phrase);
        courtesyExact.add(exact(words));
        if (words.size() == 1) {
            courtesyUnmarked.add(plain(words));
        }
        // One short word without its marks may be any of several: "gia" is also "giá" in "giá đỗ".
        if (words.size() > 1 || exact(words).equals(plain(words))) {
            courtesyPlain.add(plain(words));
        }
    }

    private void same(List<String> names) {
        for (var name : names) {
            names.stream().filter(other -> !other.equals(name)).forEach(other -> other(name, alternative(other, SAME)));
        }
    }

    private void serves(String wish, List<String> goods) {
        goods.forEach(one -> other(wish, alternative(one, SERVES)));
    }

    private Alternative alternative(String text, double worth) {
        if (text.startsWith("@")) {
            return new Alternative(List.of(), text.substring(1), worth);
        }
        phrases.add(text);
        return new Alternative(Word.of(text), null, worth);
    }

    private void other(String name, Alternative alternative) {
        var words = Word.of(name);
        phrases.add(name);
        var key = alternative.category() == null ? exact(alternative.words()) : "@" + alternative.category();
        byExact.computeIfAbsent(exact(words), phrase -> new LinkedHashMap<>()).putIfAbsent(key, alternative);
        byPlain.computeIfAbsent(plain(words), phrase -> new LinkedHashMap<>()).putIfAbsent(key, alternative);
    }

    /** Every name in it: people may type them although no title has them. */
    List<String> phrases() {
        return phrases;
    }

    /**
     * Other ways to say these words. A single word without marks is only taken for one with marks when the catalogue
     * knows no other of these letters: "nem" is far more often nem than ném.
     */
    List<Alternative> of(List<Word> words, Lexicon lexicon) {
        if (words.stream().anyMatch(Word::marked)) {
            return List.copyOf(byExact.getOrDefault(exact(words), Map.of()).values());
        }
        if (words.size() > 1) {
            return List.copyOf(byPlain.getOrDefault(plain(words), Map.of()).values());
        }
        var word = words.getFirst();
        var typed = byExact.get(word.exact());
        if (typed != null) {
            return List.copyOf(typed.values());
        }
        var only = lexicon.onlySpelling(word.plain());
        return only == null
                ? List.of()
                : List.copyOf(byExact.getOrDefault(only, Map.of()).values());
    }

    boolean isCourtesy(List<Word> words) {
        boolean marked = words.stream().anyMatch(Word::marked);
        return marked ? courtesyExact.contains(exact(words)) : courtesyPlain.contains(plain(words));
    }

    /** A word typed without the marks that a word of courtesy has. */
    boolean isCourtesyUnmarked(Word word) {
        return !word.marked() && courtesyUnmarked.contains(word.plain());
    }

    private static String exact(List<Word> words) {
        return words.stream().map(Word::exact).collect(Collectors.joining(" "));
    }

    private static String plain(List<Word> words) {
        return words.stream().map(Word::plain).collect(Collectors.joining(" "));
    }
}
