package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.TitleHeads;
import vn.ocop.marketplace.searchcontract.VietnameseSound;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * The words of the catalogue: which there are, how they are spelled, which follow each other, and what kind of goods
 * titles that begin with them are. Immutable; made anew from the titles on sale every few minutes.
 */
final class Lexicon {

    static final Lexicon EMPTY = new Builder().build();

    private static final int MOST_PAIRS = 200_000;
    private static final int SHORTEST_MISTYPED = 2;
    private static final int LONG = 7;
    private static final int MOST_LOOKED_AT = 3000;
    /** A kind of goods counts for a beginning of titles when this share of them is of it. */
    private static final double TYPICAL = 0.2;

    private final Map<String, Entry> words;
    private final Map<String, Entry> pairs;
    private final Map<String, Map<String, Integer>> headCategories;
    private final Set<String> english;
    private final Set<String> nameBeginnings;
    private final NavigableMap<String, Entry> heads;
    private final NavigableSet<String> inOrder;
    private final Map<String, List<String>> bySound = new HashMap<>();
    private final Map<String, List<String>> byDeletion = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final List<String> longWords;
    private final int commonestPair;

    private Lexicon(Builder builder) {
        this.words = builder.words;
        this.pairs = builder.commonPairs();
        this.headCategories = builder.headCategories;
        this.english = builder.english;
        this.nameBeginnings = builder.nameBeginnings;
        this.heads = builder.heads;
        this.inOrder = new TreeSet<>(words.keySet());
        for (var word : words.keySet()) {
            bySound.computeIfAbsent(VietnameseSound.of(word), key -> new ArrayList<>(2))
                    .add(word);
            if (word.length() >= SHORTEST_MISTYPED) {
                deletions(word)
                        .forEach(shorter -> byDeletion
                                .computeIfAbsent(shorter, key -> new ArrayList<>(2))
                                .add(word));
            }
        }
        for (var pair : pairs.keySet()) {
            int space = pair.indexOf(' ');
            var one = pair.substring(0, space);
            var two = pair.substring(space + 1);
            after.computeIfAbsent(one, key -> new ArrayList<>(2)).add(two);
            before.computeIfAbsent(two, key -> new ArrayList<>(2)).add(one);
        }
        this.commonestPair =
                pairs.values().stream().mapToInt(entry -> entry.count).max().orElse(1);
        this.longWords =
                words.keySet().stream().filter(word -> word.length() >= LONG).toList();
    }

    /** How often a folded word or pair occurs, and in which spellings. */
    private static final class Entry {
        private int count;
        private final Map<String, Integer> spellings = new HashMap<>(2);

        void add(String exact, int weight) {
            count += weight;
            spellings.merge(exact, weight, Integer::sum);
        }

        String commonest() {
            return spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean knows(String plain) {
        return words.containsKey(plain) || english.contains(plain);
    }

    int count(String plain) {
        var entry = words.get(plain);
        return entry == null ? 0 : entry.count;
    }

    /** Whether a word is spelled so somewhere. */
    boolean spells(Word word) {
        var entry = words.get(word.plain());
        return entry != null && entry.spellings.containsKey(word.exact());
    }

    boolean knowsPair(String one, String two) {
        return pairs.containsKey(one + ' ' + two);
    }

    /** Whether two words stand beside each other in a title, not only in some name. */
    boolean sellsPair(String one, String two) {
        var entry = pairs.get(one + ' ' + two);
        return entry != null && entry.count >= Builder.IN_TITLE;
    }

    /** Whether a name of a place, or another phrase people use, begins with these two words. */
    boolean beginsName(String one, String two) {
        return nameBeginnings.contains(one + ' ' + two);
    }

    /** From nought for the commonest pair and unknown ones to nearly one for one that occurs once. */
    double rarityOfPair(String one, String two) {
        var entry = pairs.get(one + ' ' + two);
        return entry == null ? 0 : 1 - (double) entry.count / commonestPair;
    }

    /** Whether two words stand beside each other somewhere, spelled so. */
    boolean spellsPair(Word one, Word two) {
        var entry = pairs.get(one.plain() + ' ' + two.plain());
        return entry != null && entry.spellings.containsKey(one.exact() + ' ' + two.exact());
    }

    /**
     * Whether two words stand beside each other somewhere with one of them spelled so, or both; null is any spelling.
     */
    boolean spellsPair(@Nullable String oneExact, @Nullable String twoExact, String one, String two) {
        var entry = pairs.get(one + ' ' + two);
        return entry != null
                && entry.spellings.keySet().stream()
                        .anyMatch(spelling -> (oneExact == null || spelling.startsWith(oneExact + ' '))
                                && (twoExact == null || spelling.endsWith(' ' + twoExact)));
    }

    /** The commonest spelling of a pair; absent for an unknown pair. */
    @Nullable String pairSpelling(String one, String two) {
        var entry = pairs.get(one + ' ' + two);
        return entry == null ? null : entry.commonest();
    }

    String spelling(String plain) {
        var entry = words.get(plain);
        return entry == null ? plain : entry.commonest();
    }

    /** The only spelling of a word; absent when there are several or none: then nobody can say which was meant. */
    @Nullable String onlySpelling(String plain) {
        var entry = words.get(plain);
        return entry == null || entry.spellings.size() != 1
                ? null
                : entry.spellings.keySet().iterator().next();
    }

    Collection<String> soundingLike(String plain) {
        return bySound.getOrDefault(VietnameseSound.of(plain), List.of());
    }

    List<String> following(String plain) {
        return after.getOrDefault(plain, List.of());
    }

    List<String> preceding(String plain) {
        return before.getOrDefault(plain, List.of());
    }

    /** Words one letter away: one too many, one missing, another one, or two swapped. */
    Set<String> oneAway(String plain) {
        var found = new HashSet<String>();
        found.addAll(byDeletion.getOrDefault(plain, List.of()));
        for (var shorter : deletions(plain)) {
            if (words.containsKey(shorter)) {
                found.add(shorter);
            }
            for (var word : byDeletion.getOrDefault(shorter, List.of())) {
                if (TypingDistance.between(plain, word, 1) <= 1) {
                    found.add(word);
                }
            }
        }
        found.remove(plain);
        return found;
    }

    /** Long words, most of them foreign, that are two letters away. */
    List<String> twoAway(String plain) {
        if (plain.length() < LONG) {
            return List.of();
        }
        return longWords.stream()
                .filter(word -> TypingDistance.between(plain, word, 2) <= 2)
                .toList();
    }

    /** The kinds of goods whose titles typically begin with these words; empty when no title does. */
    List<String> categoriesOf(String head) {
        var counted = headCategories.getOrDefault(head, Map.of());
        double all = counted.values().stream().mapToInt(Integer::intValue).sum();
        return counted.entrySet().stream()
                .filter(entry -> entry.getValue() >= all * TYPICAL)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isHead(String head) {
        return headCategories.containsKey(head);
    }

    /**
     * What titles that begin so go on with: the commonest beginnings of titles, in their spelling.
     *
     * @param typed folded, of the last word at least the beginning
     * @param exact the same as typed; only beginnings spelled so will do when it has marks
     */
    List<String> completions(String typed, String exact, int limit) {
        boolean marked = !VietnameseText.isUnmarked(exact);
        var found = new ArrayList<Entry>();
        int looked = 0;
        for (var head : heads.tailMap(typed, true).entrySet()) {
            if (!head.getKey().startsWith(typed) || looked++ == MOST_LOOKED_AT) {
                break;
            }
            var entry = head.getValue();
            if (entry.count > 1 && (!marked || entry.commonest().startsWith(exact))) {
                found.add(entry);
            }
        }
        found.sort(Comparator.comparingInt((Entry entry) -> entry.count).reversed());
        var texts = new ArrayList<String>();
        for (var entry : found) {
            var text = entry.commonest();
            // "cà phê khe" says nothing that "cà phê khe sanh" does not, and little that "cà phê" does not.
            boolean told = texts.stream().anyMatch(other -> text.startsWith(other + " "));
            if (!told && texts.size() < limit) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The beginning itself where any word begins so; else one letter away, where the commonest words do. */
    String likelyBeginning(String typed) {
        if (typed.length() < 2 || begins(typed)) {
            return typed;
        }
        var best = typed;
        int most = 0;
        for (var other : oneLetterOff(typed)) {
            int count = 0;
            for (var word : inOrder.subSet(other, true, other + Character.MAX_VALUE, false)) {
                count += count(word);
            }
            if (count > most) {
                most = count;
                best = other;
            }
        }
        return best;
    }

    private boolean begins(String typed) {
        var next = inOrder.ceiling(typed);
        return next != null && next.startsWith(typed) || english.contains(typed);
    }

    /** Swapped, one missing, one too many or another one; never another first letter. */
    private static Set<String> oneLetterOff(String typed) {
        var others = new HashSet<String>();
        for (int i = 1; i < typed.length(); i++) {
            others.add(typed.substring(0, i) + typed.substring(i + 1));
            for (char letter = 'a'; letter <= 'z'; letter++) {
                others.add(typed.substring(0, i) + letter + typed.substring(i));
                others.add(typed.substring(0, i) + letter + typed.substring(i + 1));
            }
            if (i + 1 < typed.length()) {
                others.add(typed.substring(0, i) + typed.charAt(i + 1) + typed.charAt(i) + typed.substring(i + 2));
            }
        }
        return others;
    }

    private static Set<String> deletions(String word) {
        var shorter = new HashSet<String>();
        for (int i = 0; i < word.length(); i++) {
            shorter.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shorter;
    }

    /** Collects words; not safe for threads. */
    static final class Builder {

        private static final int IN_TITLE = 10;
        private static final int NAME = 1;
        private static final int LONGEST_COMPLETION = 4;

        private final Map<String, Entry> words = new HashMap<>();
        private final Map<String, Entry> pairs = new HashMap<>();
        private final Map<String, Map<String, Integer>> headCategories = new HashMap<>();
        private final Set<String> english = new HashSet<>();
        private final Set<String> nameBeginnings = new HashSet<>();
        private final NavigableMap<String, Entry> heads = new TreeMap<>();

        /** A title on sale with the code of its product set. */
        Builder title(String title, String category) {
            var titleWords = Word.of(title);
            add(titleWords, IN_TITLE);
            var plain = String.join(" ", titleWords.stream().map(Word::plain).toList());
            for (var head : TitleHeads.of(plain)) {
                headCategories.computeIfAbsent(head, key -> new HashMap<>(2)).merge(category, 1, Integer::sum);
            }
            for (int length = 2; length <= Math.min(LONGEST_COMPLETION, titleWords.size()); length++) {
                var head = titleWords.subList(0, length);
                heads.computeIfAbsent(joined(head, Word::plain), key -> new Entry())
                        .add(joined(head, Word::exact), 1);
            }
            return this;
        }

        /** A title in English: its words are right as they are. */
        Builder english(String title) {
            Word.of(title).forEach(word -> english.add(word.plain()));
            return this;
        }

        /** A name or phrase people may use although no title has it. */
        Builder phrase(String phrase) {
            var phraseWords = Word.of(phrase);
            add(phraseWords, NAME);
            if (phraseWords.size() > 1) {
                nameBeginnings.add(joined(phraseWords.subList(0, 2), Word::plain));
            }
            return this;
        }

        private static String joined(List<Word> words, Function<Word, String> form) {
            return words.stream().map(form).collect(Collectors.joining(" "));
        }

        private void add(List<Word> sequence, int weight) {
            Word previous = null;
            for (var word : sequence) {
                words.computeIfAbsent(word.plain(), key -> new Entry()).add(word.exact(), weight);
                if (previous != null) {
                    pairs.computeIfAbsent(previous.plain() + ' ' + word.plain(), key -> new Entry())
                            .add(previous.exact() + ' ' + word.exact(), weight);
                }
                previous = word;
            }
        }

        private Map<String, Entry> commonPairs() {
            if (pairs.size() <= MOST_PAIRS) {
                return pairs;
            }
            var common = new HashMap<String, Entry>();
            pairs.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, Entry> entry) -> entry.getValue().count)
                            .reversed())
                    .limit(MOST_PAIRS)
                    .forEach(entry -> common.put(entry.getKey(), entry.getValue()));
            return common;
        }

        Lexicon build() {
            return new Lexicon(this);
        }
    }
}
