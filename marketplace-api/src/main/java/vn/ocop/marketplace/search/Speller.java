package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * Reads what was meant into what was typed, by the catalogue's own words: words run together or apart, letters missing
 * or doubled, sounds written alike, beginnings for words, marks that belong to another word. A word changes only when
 * the catalogue does not know it, or when the change makes a known pair with its neighbour out of an unknown one.
 */
final class Speller {

    private static final double UNKNOWN = 5;
    /** A syllable written with its marks is probably meant, even where no title has it. */
    private static final double UNKNOWN_BUT_MARKED = 3.5;

    private static final double UNKNOWN_PAIR = 2.7;
    /** Beside each other in a name, but in no title. */
    private static final double PAIR_OF_A_NAME = 2.2;

    private static final double WRONG_MARKS = 1.2;
    /** Marks typed beside a change, which the change knows nothing of. */
    private static final double MARKS_AGAINST = 2;
    /** Whoever takes the trouble of the right marks means the word. */
    private static final double WELL_SPELLED = 0.7;
    /** A change that no title bears out. */
    private static final double WITHOUT_WITNESS = 1.5;

    private static final double SAME_SOUND = 1.5;
    /** Alike in sound and in letters. */
    private static final double NEARLY_THE_SAME = 1.1;

    private static final double SLIP = 2.5;
    /** Fingers leave letters out, or press them twice, more often than they find others. */
    private static final double LETTER_LEFT_OUT = 2.2;

    private static final double OTHER_BEGINNING = 0.7;
    private static final double TWO_SLIPS = 4;
    private static final double SHORT_FORM = 2;
    private static final double SHORT_IN_A_NAME = 0.8;
    /** People shorten beginnings, "q.trị", more than ends. */
    private static final double SHORT_FOR_THE_END = 3;

    private static final double RARE = 0.05;
    private static final int MOST_CANDIDATES = 16;
    private static final int SHORTEST_RUN = 4;
    private static final int LONGEST_RUN = 40;
    private static final int LONGEST_SHORT_FORM = 3;
    private static final String VOWELS = "aeiouy";

    /** Short for kinds of places and makers; nobody means another word by them. */
    private static final Set<String> SHORT_FOR_KINDS = Set.of("tx", "tp", "tt", "htx", "tnhh", "cty");

    private final Lexicon lexicon;
    private final Thesaurus thesaurus;

    Speller(Lexicon lexicon, Thesaurus thesaurus) {
        this.lexicon = lexicon;
        this.thesaurus = thesaurus;
    }

    private record Candidate(String plain, double cost) {}

    List<Word> correct(List<Word> typed) {
        if (lexicon.isEmpty() || typed.isEmpty()) {
            return typed;
        }
        var words = separated(joined(typed));
        return marksMended(allKnown(words) ? words : mostLikely(words));
    }

    private boolean allKnown(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean known = lexicon.knows(words.get(i).plain());
            boolean pairKnown = i == 0
                    || lexicon.sellsPair(words.get(i - 1).plain(), words.get(i).plain());
            if (!known || !pairKnown) {
                return false;
            }
        }
        return true;
    }

    /** "đa krông" is Đakrông: two words of which the catalogue only knows the one they make together. */
    private List<Word> joined(List<Word> typed) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            var next = i + 1 < typed.size() ? typed.get(i + 1) : null;
            boolean one = next != null
                    && lexicon.knows(word.plain() + next.plain())
                    && !lexicon.knowsPair(word.plain(), next.plain())
                    && word.plain().length() + next.plain().length() >= SHORTEST_RUN;
            if (one && next != null) {
                var together = new Word(word.exact() + next.exact(), word.plain() + next.plain());
                words.add(
                        lexicon.spells(together)
                                ? together
                                : new Word(lexicon.spelling(together.plain()), together.plain()));
                i++;
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** "nuocmam" is nước mắm: a word nobody knows, made of words that follow each other. */
    private List<Word> separated(List<Word> typed) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            boolean run = !lexicon.knows(word.plain())
                    && word.plain().length() >= SHORTEST_RUN
                    && word.plain().length() <= LONGEST_RUN;
            var pieces = run ? split(word) : List.of(word);
            words.addAll(run && pieces.size() == 1 ? shortAndWhole(typed, i) : pieces);
        }
        return words;
    }

    /**
     * "đsản" is đ. sản: a consonant no syllable goes on from so, before a word that is known beside one it is short
     * for. A slip of the finger that the neighbours bear out is the better reading.
     */
    private List<Word> shortAndWhole(List<Word> typed, int at) {
        var word = typed.get(at);
        var plain = word.plain();
        var whole = plain.substring(1);
        boolean readable = word.exact().length() == plain.length()
                && isShortForm(plain.substring(0, 1))
                && plain.charAt(0) != plain.charAt(1)
                && !VietnameseText.isSyllable(plain)
                && lexicon.knows(whole);
        if (!readable) {
            return List.of(word);
        }
        var previous = at > 0 ? typed.get(at - 1).plain() : null;
        var next = at + 1 < typed.size() ? typed.get(at + 1).plain() : null;
        boolean slip = lexicon.oneAway(plain).stream().anyMatch(other -> witnessed(previous, other, next));
        boolean known = shortFor(plain.substring(0, 1), previous, whole).stream()
                .anyMatch(other -> lexicon.sellsPair(other, whole));
        return slip || !known
                ? List.of(word)
                : List.of(
                        new Word(word.exact().substring(0, 1), plain.substring(0, 1)),
                        new Word(word.exact().substring(1), whole));
    }

    private record Cut(double cost, int from, @Nullable Cut before) {}

    /** The cheapest way to cut a word into known ones: few pieces, known neighbours. */
    private List<Word> split(Word word) {
        var plain = word.plain();
        var best = new HashMap<Integer, List<Cut>>();
        best.put(0, List.of(new Cut(0, 0, null)));
        for (int end = 1; end <= plain.length(); end++) {
            var cuts = new ArrayList<Cut>();
            for (int start = Math.max(0, end - 9); start < end; start++) {
                var piece = plain.substring(start, end);
                if (lexicon.count(piece) > 0) {
                    for (var cut : best.getOrDefault(start, List.of())) {
                        boolean known = start == 0 || lexicon.knowsPair(plain.substring(cut.from(), start), piece);
                        cuts.add(new Cut(cut.cost() + 1 + (known ? 0 : UNKNOWN_PAIR), start, cut));
                    }
                }
            }
            cuts.sort(Comparator.comparingDouble(Cut::cost));
            best.put(end, List.copyOf(cuts.subList(0, Math.min(3, cuts.size()))));
        }
        return best.getOrDefault(plain.length(), List.of()).stream()
                .findFirst()
                .map(cut -> pieces(word, cut))
                .filter(pieces -> pieces.size() > 1 && anyPairKnown(pieces))
                .orElse(List.of(word));
    }

    private boolean anyPairKnown(List<Word> pieces) {
        for (int i = 0; i + 1 < pieces.size(); i++) {
            if (lexicon.knowsPair(pieces.get(i).plain(), pieces.get(i + 1).plain())) {
                return true;
            }
        }
        return false;
    }

    private static List<Word> pieces(Word word, Cut last) {
        var pieces = new ArrayList<Word>();
        boolean sameLength = word.exact().length() == word.plain().length();
        int end = word.plain().length();
        for (Cut cut = last; cut != null && end > 0; cut = cut.before()) {
            var plain = word.plain().substring(cut.from(), end);
            pieces.addFirst(new Word(sameLength ? word.exact().substring(cut.from(), end) : plain, plain));
            end = cut.from();
        }
        return pieces;
    }

    private record Path(
            double cost, Candidate last, @Nullable Path before) {}

    private List<Word> mostLikely(List<Word> words) {
        var paths = List.<Path>of();
        for (int i = 0; i < words.size(); i++) {
            var next = new ArrayList<Path>();
            int at = i;
            for (var candidate : candidates(words, i)) {
                Path best = paths.isEmpty() ? new Path(candidate.cost(), candidate, null) : null;
                for (var path : paths) {
                    double step = step(path.last().plain(), candidate.plain())
                            + clash(words, at, path.last().plain(), candidate.plain());
                    double cost = path.cost() + candidate.cost() + step;
                    if (best == null || cost < best.cost()) {
                        best = new Path(cost, candidate, path);
                    }
                }
                if (best != null) {
                    next.add(best);
                }
            }
            paths = next;
        }
        var best = paths.stream().min(Comparator.comparingDouble(Path::cost)).orElse(null);
        var corrected = new ArrayList<Word>();
        int at = words.size() - 1;
        for (Path path = best; path != null; path = path.before(), at--) {
            var plain = path.last().plain();
            corrected.addFirst(plain.equals(words.get(at).plain()) ? words.get(at) : new Word(plain, plain));
        }
        return spelled(words, corrected);
    }

    private double step(String one, String two) {
        if (lexicon.sellsPair(one, two)) {
            return 0;
        }
        return lexicon.knowsPair(one, two) ? PAIR_OF_A_NAME : UNKNOWN_PAIR;
    }

    /** Marks that were typed hold for a change beside them as well: "tiu Cùa" is not thu Cửa. */
    private double clash(List<Word> words, int at, String one, String two) {
        var before = words.get(at - 1);
        var word = words.get(at);
        boolean firstKept = one.equals(before.plain()) && before.marked();
        boolean secondKept = two.equals(word.plain()) && word.marked();
        boolean changed = !one.equals(before.plain()) || !two.equals(word.plain());
        boolean clashes = changed
                && (firstKept || secondKept)
                && lexicon.knowsPair(one, two)
                && !lexicon.spellsPair(firstKept ? before.exact() : null, secondKept ? word.exact() : null, one, two);
        return clashes ? MARKS_AGAINST : 0;
    }

    private List<Candidate> candidates(List<Word> words, int at) {
        var word = words.get(at);
        var plain = word.plain();
        var previous = at > 0 ? words.get(at - 1).plain() : null;
        var next = at + 1 < words.size() ? words.get(at + 1).plain() : null;
        boolean known = lexicon.knows(plain);
        boolean settled = known && fits(previous, plain) && fits(plain, next) && (previous != null || next != null);
        var found = new HashMap<String, Double>();
        if (!settled && !hasDigit(plain) && !isSettled(word)) {
            for (var other : lexicon.soundingLike(plain)) {
                double cost = TypingDistance.between(plain, other, 1) <= 1 ? NEARLY_THE_SAME : SAME_SOUND;
                offer(found, List.of(other), cost, known, previous, next);
            }
            if (plain.length() >= (known ? 3 : 2)) {
                for (var other : lexicon.oneAway(plain)) {
                    double cost = (leavesOut(plain, other) ? LETTER_LEFT_OUT : SLIP)
                            + (other.charAt(0) == plain.charAt(0) ? 0 : OTHER_BEGINNING);
                    offer(found, List.of(other), cost, known, previous, next);
                }
            }
            if (!known) {
                offer(found, lexicon.twoAway(plain), TWO_SLIPS, false, previous, next);
            }
            if (isShortForm(plain)) {
                for (var other : shortFor(plain, previous, next)) {
                    double cost = shortFormBefore(next, other);
                    offer(found, List.of(other), cost, true, previous, next);
                }
            }
        }
        found.remove(plain);
        var candidates = new ArrayList<Candidate>();
        boolean alone = previous == null && next == null;
        double against = word.marked() && lexicon.spells(word) ? WELL_SPELLED : 0;
        found.entrySet().stream()
                .map(entry -> new Candidate(
                        entry.getKey(),
                        entry.getValue()
                                - rarity(entry.getKey())
                                + against
                                + (alone || witnessed(previous, entry.getKey(), next) ? 0 : WITHOUT_WITNESS)))
                .sorted(Comparator.comparingDouble((Candidate candidate) -> candidate.cost()
                                + (fits(previous, candidate.plain()) ? 0 : 1)
                                + (fits(candidate.plain(), next) ? 0 : 1))
                        .thenComparing(Candidate::plain))
                .limit(MOST_CANDIDATES)
                .forEach(candidates::add);
        candidates.add(new Candidate(plain, kept(word, known)));
        return candidates;
    }

    /** Whether a letter is missing, or one is there twice. */
    private static boolean leavesOut(String typed, String meant) {
        return typed.length() < meant.length() || typed.length() > meant.length() && doubles(typed);
    }

    private static boolean doubles(String typed) {
        for (int i = 1; i < typed.length(); i++) {
            if (typed.charAt(i) == typed.charAt(i - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSettled(Word word) {
        return SHORT_FOR_KINDS.contains(word.plain()) || thesaurus.isCourtesy(List.of(word));
    }

    private double kept(Word word, boolean known) {
        if (!known) {
            boolean meant = word.marked() && VietnameseText.isSyllable(word.plain());
            return hasDigit(word.plain()) ? 0 : meant ? UNKNOWN_BUT_MARKED : UNKNOWN;
        }
        return word.marked() && !lexicon.spells(word) ? WRONG_MARKS : 0;
    }

    private double rarity(String plain) {
        return RARE * Math.log1p(lexicon.count(plain));
    }

    /** A known word only gives way to one that is known beside its neighbour. */
    private void offer(
            Map<String, Double> found,
            Iterable<String> others,
            double cost,
            boolean known,
            @Nullable String previous,
            @Nullable String next) {
        for (var other : others) {
            boolean helps = !known
                    || (previous != null && lexicon.knowsPair(previous, other))
                    || (next != null && lexicon.knowsPair(other, next));
            if (helps) {
                found.merge(other, cost, Math::min);
            }
        }
    }

    private boolean fits(@Nullable String one, @Nullable String two) {
        return one == null || two == null || lexicon.sellsPair(one, two);
    }

    private boolean witnessed(@Nullable String previous, String word, @Nullable String next) {
        return previous != null && lexicon.sellsPair(previous, word) || next != null && lexicon.sellsPair(word, next);
    }

    private static boolean isShortForm(String plain) {
        return plain.length() <= LONGEST_SHORT_FORM && plain.chars().noneMatch(c -> VOWELS.indexOf(c) >= 0);
    }

    /** A name that follows bears a short form out as well as a title does. */
    private double shortFormBefore(@Nullable String next, String other) {
        if (next != null && lexicon.beginsName(other, next)) {
            return lexicon.sellsPair(other, next) ? SHORT_IN_A_NAME : SHORT_IN_A_NAME - WITHOUT_WITNESS;
        }
        if (next == null || lexicon.sellsPair(other, next)) {
            return SHORT_FORM;
        }
        return lexicon.knowsPair(other, next) ? SHORT_FORM - WITHOUT_WITNESS : SHORT_FORM + SHORT_FOR_THE_END;
    }

    /** "nc mắm", "q trị": consonants of a word that is known beside the neighbour; where it makes a name, of that. */
    private List<String> shortFor(String plain, @Nullable String previous, @Nullable String next) {
        var others = new ArrayList<String>();
        if (next != null) {
            others.addAll(lexicon.preceding(next));
        }
        if (previous != null) {
            others.addAll(lexicon.following(previous));
        }
        var meant = others.stream().filter(other -> isSkeleton(plain, other)).toList();
        var names = next == null
                ? List.<String>of()
                : meant.stream()
                        .filter(other -> lexicon.beginsName(other, next))
                        .toList();
        return names.isEmpty() ? meant : names;
    }

    private static boolean isSkeleton(String letters, String word) {
        if (word.isEmpty() || word.charAt(0) != letters.charAt(0) || word.length() <= letters.length()) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < word.length() && at < letters.length(); i++) {
            if (word.charAt(i) == letters.charAt(at)) {
                at++;
            }
        }
        return at == letters.length();
    }

    private static boolean hasDigit(String plain) {
        return plain.chars().anyMatch(Character::isDigit);
    }

    /** Changed words are spelled as they are beside their neighbours. */
    private List<Word> spelled(List<Word> typed, List<Word> corrected) {
        var spelled = new ArrayList<Word>();
        for (int i = 0; i < corrected.size(); i++) {
            var word = corrected.get(i);
            spelled.add(word.plain().equals(typed.get(i).plain()) ? word : inContext(corrected, i));
        }
        return spelled;
    }

    private Word inContext(List<Word> words, int at) {
        var plain = words.get(at).plain();
        var before = at > 0 ? lexicon.pairSpelling(words.get(at - 1).plain(), plain) : null;
        if (before != null) {
            return new Word(before.substring(before.indexOf(' ') + 1), plain);
        }
        var after = at + 1 < words.size()
                ? lexicon.pairSpelling(plain, words.get(at + 1).plain())
                : null;
        return new Word(after == null ? lexicon.spelling(plain) : after.substring(0, after.indexOf(' ')), plain);
    }

    /** "chè vàng" is chè vằng: right letters, and marks that make a pair nobody knows out of one everybody knows. */
    private List<Word> marksMended(List<Word> words) {
        var mended = new ArrayList<>(words);
        for (int i = 0; i < mended.size(); i++) {
            var word = mended.get(i);
            if (!word.marked()) {
                continue;
            }
            boolean beforeWrong = i > 0 && wrongMarks(mended.get(i - 1), word);
            boolean afterWrong = i + 1 < mended.size() && wrongMarks(word, mended.get(i + 1));
            boolean beforeRight = i > 0 && rightMarks(mended.get(i - 1), word);
            boolean afterRight = i + 1 < mended.size() && rightMarks(word, mended.get(i + 1));
            if ((beforeWrong || afterWrong) && !beforeRight && !afterRight) {
                mended.set(i, inContext(mended, i));
            }
        }
        return mended;
    }

    private boolean wrongMarks(Word one, Word two) {
        return lexicon.sellsPair(one.plain(), two.plain()) && !fitsSpelling(one, two);
    }

    private boolean rightMarks(Word one, Word two) {
        return lexicon.knowsPair(one.plain(), two.plain()) && fitsSpelling(one, two);
    }

    /** Words without marks fit any spelling. */
    private boolean fitsSpelling(Word one, Word two) {
        return !one.marked() || !two.marked() ? halfFits(one, two) : lexicon.spellsPair(one, two);
    }

    private boolean halfFits(Word one, Word two) {
        var spelling = lexicon.pairSpelling(one.plain(), two.plain());
        if (spelling == null) {
            return false;
        }
        int space = spelling.indexOf(' ');
        return (!one.marked() || spelling.substring(0, space).equals(one.exact()))
                && (!two.marked() || spelling.substring(space + 1).equals(two.exact()));
    }
}
