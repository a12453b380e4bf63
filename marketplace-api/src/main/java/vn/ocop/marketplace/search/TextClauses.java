package vn.ocop.marketplace.search;

import static vn.ocop.marketplace.search.RankingWeights.AROUND_THE_TITLE;
import static vn.ocop.marketplace.search.RankingWeights.AS_TYPED_BEFORE_CORRECTION;
import static vn.ocop.marketplace.search.RankingWeights.DESCRIPTION;
import static vn.ocop.marketplace.search.RankingWeights.ENGLISH_TITLE;
import static vn.ocop.marketplace.search.RankingWeights.GROUP;
import static vn.ocop.marketplace.search.RankingWeights.HEAD;
import static vn.ocop.marketplace.search.RankingWeights.HEAD_WORD;
import static vn.ocop.marketplace.search.RankingWeights.MISTYPED;
import static vn.ocop.marketplace.search.RankingWeights.PAIR_AS_TYPED;
import static vn.ocop.marketplace.search.RankingWeights.PAIR_OTHER_MARKS;
import static vn.ocop.marketplace.search.RankingWeights.PAIR_WITHOUT_MARKS;
import static vn.ocop.marketplace.search.RankingWeights.PLACE_AROUND;
import static vn.ocop.marketplace.search.RankingWeights.PLACE_BY_NAME;
import static vn.ocop.marketplace.search.RankingWeights.RUN_TOGETHER;
import static vn.ocop.marketplace.search.RankingWeights.TIE;
import static vn.ocop.marketplace.search.RankingWeights.TITLE_AS_TYPED;
import static vn.ocop.marketplace.search.RankingWeights.TITLE_EQUALLY_UNMARKED;
import static vn.ocop.marketplace.search.RankingWeights.TITLE_OTHER_MARKS;
import static vn.ocop.marketplace.search.RankingWeights.TITLE_WITHOUT_MARKS;
import static vn.ocop.marketplace.search.RankingWeights.TYPICAL_KIND;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.search.UnderstoodText.Alternative;
import vn.ocop.marketplace.search.UnderstoodText.Span;
import vn.ocop.marketplace.search.UnderstoodText.Whereabouts;
import vn.ocop.marketplace.searchcontract.VietnameseSound;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * Turns understood text into clauses of the engine's query language. Every clause has a constant score: what a match is
 * worth is in {@link RankingWeights} and does not shift with what else is in the index.
 */
final class TextClauses {

    private static final int LONGEST_HEAD = 5;
    private static final int SHORTEST_TELLING = 5;
    private static final int SHORTEST_MISTYPED = 3;
    private static final int LONG_WORD = 7;

    private final Lexicon lexicon;
    private final Thesaurus thesaurus;

    TextClauses(Vocabulary.Words words) {
        this.lexicon = words.lexicon();
        this.thesaurus = words.thesaurus();
    }

    /** Every part must be found somewhere. */
    Map<String, Object> all(UnderstoodText text) {
        var meant = all(text.spans());
        if (text.asTyped().isEmpty()) {
            return meant;
        }
        return anyOf(List.of(
                meant,
                Map.of("bool", Map.of("must", List.of(all(text.asTyped())), "boost", AS_TYPED_BEFORE_CORRECTION))));
    }

    private Map<String, Object> all(List<Span> spans) {
        var must = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < spans.size(); i++) {
            must.add(span(spans, i));
        }
        return bool(must, List.of(), preferred(spans), 0);
    }

    /** Listings the desk put first, whether the text matches them or not, in their order. */
    static Map<String, Object> withPinned(Map<String, Object> text, List<String> ids) {
        if (ids.isEmpty()) {
            return text;
        }
        var ways = new ArrayList<Map<String, Object>>();
        ways.add(text);
        for (int position = 0; position < ids.size(); position++) {
            ways.add(term("id", ids.get(position), RankingWeights.PINNED - position));
        }
        return anyOf(ways);
    }

    /** What makes other listings like one with this title: whatever they share of it. */
    List<Map<String, Object>> alike(UnderstoodText title) {
        var shared = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < title.spans().size(); i++) {
            shared.add(span(title.spans(), i));
        }
        shared.addAll(preferred(title.spans()));
        return shared;
    }

    /** What may come instead when nothing matches all parts; absent when it would only be noise. */
    @Nullable Map<String, Object> near(UnderstoodText text) {
        var spans = text.spans();
        var units = units(spans);
        if (units.isEmpty()) {
            return null;
        }
        int needed = spans.size() <= 2 ? 1 : spans.size() / 2;
        var half = bool(List.of(), List.of(), parts(spans), needed);
        return bool(List.of(anyOf(units), half), List.of(), resemblance(spans), 0);
    }

    /** What only comes near, to follow what was found; absent when nothing would. */
    @Nullable Map<String, Object> near(UnderstoodText text, List<String> found) {
        var spans = text.spans();
        var units = new ArrayList<>(units(spans));
        units.addAll(sameGoods(spans));
        if (units.isEmpty()) {
            return null;
        }
        var wanted = new ArrayList<>(parts(spans));
        wanted.addAll(resemblance(spans));
        Map<String, Object> others = Map.of("bool", Map.of("must_not", Map.of("terms", Map.of("id", found))));
        return bool(List.of(anyOf(units)), List.of(others), wanted, 0);
    }

    private List<Map<String, Object>> parts(List<Span> spans) {
        var parts = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < spans.size(); i++) {
            parts.add(anyOf(List.of(span(spans, i), loosely(spans.get(i)))));
        }
        return parts;
    }

    /** Rare pairs of words say more than common ones: of "nước mắm Lê Gia" it is the maker that tells. */
    private List<Map<String, Object>> resemblance(List<Span> spans) {
        var resemblance = new ArrayList<>(preferred(spans));
        var words = spans.stream().flatMap(span -> span.words().stream()).toList();
        for (int i = 0; i + 1 < words.size(); i++) {
            var one = words.get(i).plain();
            var two = words.get(i + 1).plain();
            double rarity = lexicon.rarityOfPair(one, two);
            if (rarity > 0) {
                resemblance.add(term("plain.pairs", one + " " + two, RankingWeights.RARE_PAIR * rarity));
            }
        }
        return resemblance;
    }

    /**
     * The goods without what describes them: titles that begin with the query's first word, where goods are called so.
     */
    private List<Map<String, Object>> sameGoods(List<Span> spans) {
        if (spans.isEmpty() || spans.getFirst().place() != null) {
            return List.of();
        }
        var first = spans.getFirst().words().getFirst();
        if (!lexicon.isHead(first.plain()) || (first.marked() && !lexicon.spells(first))) {
            return List.of();
        }
        var goods = new ArrayList<Map<String, Object>>();
        goods.add(headed(first));
        for (var other : thesaurus.of(List.of(first), lexicon)) {
            if (other.words().size() == 1) {
                goods.add(headed(other.words().getFirst()));
            }
        }
        return goods;
    }

    private static Map<String, Object> headed(Word word) {
        var both = new ArrayList<Map<String, Object>>();
        both.add(Map.of("term", Map.of("heads", word.plain())));
        if (word.marked()) {
            both.add(Map.of("term", Map.of("title", word.exact())));
        }
        return constant(FilterClauses.all(both), TITLE_WITHOUT_MARKS);
    }

    /**
     * What says enough by itself: two words that belong together, a phrase with other names, a foreign word. One
     * syllable of several does not: "yến mạch" has nothing to do with yến sào.
     */
    private List<Map<String, Object>> units(List<Span> spans) {
        var units = new ArrayList<Map<String, Object>>();
        var words = spans.stream().flatMap(span -> span.words().stream()).toList();
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            boolean foreign = span.words().size() == 1 && tells(span.words().getFirst());
            if (span.place() == null && (phrase(span) || foreign || words.size() == 1)) {
                units.add(span(spans, i));
                if (foreign || words.size() == 1) {
                    units.add(loosely(span));
                }
            }
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            var one = words.get(i).plain();
            var two = words.get(i + 1).plain();
            if (lexicon.knowsPair(one, two)) {
                units.add(pair(words.get(i), words.get(i + 1)));
            }
        }
        return units;
    }

    private static Map<String, Object> loosely(Span span) {
        var words = new ArrayList<Map<String, Object>>();
        for (var word : span.words()) {
            var plain = word.plain();
            var clauses = new ArrayList<Map<String, Object>>();
            clauses.add(term("sound", VietnameseSound.of(plain), MISTYPED));
            clauses.add(term("text", plain, MISTYPED));
            if (plain.length() >= SHORTEST_MISTYPED) {
                clauses.add(mistyped("plain", plain, MISTYPED));
            }
            words.add(anyOf(clauses));
        }
        return words.size() == 1 ? words.getFirst() : bool(words, List.of(), List.of(), 0);
    }

    private Map<String, Object> span(List<Span> spans, int at) {
        var span = spans.get(at);
        var clauses = new ArrayList<Map<String, Object>>();
        var words = span.words();
        var own = new ArrayList<Map<String, Object>>();
        boolean compound = spans.stream().anyMatch(other -> other != span && phrase(other));
        for (int i = 0; i < words.size(); i++) {
            var before = i > 0 ? words.get(i - 1) : lastWord(spans, at - 1);
            var after = i + 1 < words.size() ? words.get(i + 1) : firstWord(spans, at + 1);
            own.add(anyOf(word(words.get(i), before, after, compound)));
        }
        clauses.add(own.size() == 1 ? own.getFirst() : bool(own, List.of(), List.of(), 0));
        double whole = worthOf(words);
        for (var other : span.others()) {
            clauses.addAll(alternative(other, whole));
        }
        var place = span.place();
        if (place != null) {
            clauses.add(place(place, words.size()));
        }
        return anyOf(clauses);
    }

    private static @Nullable Word lastWord(List<Span> spans, int at) {
        return at < 0 ? null : spans.get(at).words().getLast();
    }

    private static @Nullable Word firstWord(List<Span> spans, int at) {
        return at >= spans.size() ? null : spans.get(at).words().getFirst();
    }

    /** What finding the words themselves would be worth, so that another name for them is worth nearly as much. */
    private static double worthOf(List<Word> words) {
        double worth = 0;
        for (int i = 0; i < words.size(); i++) {
            worth += words.get(i).marked() ? TITLE_AS_TYPED : TITLE_WITHOUT_MARKS;
        }
        return worth;
    }

    private static boolean phrase(Span span) {
        return span.words().size() > 1 || !span.others().isEmpty();
    }

    /**
     * @param compound whether another part of the query is a phrase, beside which one word in the description is enough
     */
    private List<Map<String, Object>> word(Word word, @Nullable Word before, @Nullable Word after, boolean compound) {
        var clauses = new ArrayList<Map<String, Object>>();
        String plain = word.plain();
        if (word.marked()) {
            clauses.add(term("title", word.exact(), TITLE_AS_TYPED));
            clauses.add(term("plain", plain, TITLE_OTHER_MARKS));
        } else {
            clauses.add(term("title", word.exact(), TITLE_EQUALLY_UNMARKED));
            clauses.add(term("plain", plain, TITLE_WITHOUT_MARKS));
            clauses.add(terms("english", oneOrMany(plain), ENGLISH_TITLE));
        }
        var pairs = new ArrayList<String>();
        if (before != null) {
            pairs.add(before.plain() + " " + plain);
        }
        if (after != null) {
            pairs.add(plain + " " + after.plain());
        }
        if (!pairs.isEmpty()) {
            clauses.add(terms("aside.pairs", pairs, AROUND_THE_TITLE));
            clauses.add(terms("text.pairs", pairs, DESCRIPTION));
        }
        if (tells(word)) {
            clauses.add(term("aside", plain, AROUND_THE_TITLE));
        }
        if (tells(word) || compound) {
            clauses.add(term("text", plain, DESCRIPTION));
        }
        if (plain.length() >= SHORTEST_TELLING && !lexicon.knows(plain)) {
            clauses.add(term("plain.joined", plain, RUN_TOGETHER));
            clauses.add(term("aside.joined", plain, AROUND_THE_TITLE));
        }
        return clauses;
    }

    /** English words change with their number; Vietnamese ones do not. */
    private static List<String> oneOrMany(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return List.of(word, word.substring(0, word.length() - 3) + "y");
        }
        if (word.endsWith("s") && word.length() > 3) {
            return List.of(word, word.substring(0, word.length() - 1));
        }
        return word.endsWith("y")
                ? List.of(word, word.substring(0, word.length() - 1) + "ies")
                : List.of(word, word + "s", word + "es");
    }

    /** Whether a word says enough alone, as brands and foreign words do and short Vietnamese syllables do not. */
    private static boolean tells(Word word) {
        return !VietnameseText.isSyllable(word.plain());
    }

    private List<Map<String, Object>> alternative(Alternative other, double whole) {
        var category = other.category();
        if (category != null) {
            return List.of(term("category", category, GROUP * other.worth()));
        }
        var words = other.words();
        double worth = whole * other.worth();
        if (words.size() == 1) {
            var word = words.getFirst();
            var found = new ArrayList<Map<String, Object>>();
            found.add(term("title", word.exact(), worth));
            if (word.marked()) {
                // Titles without any marks say the same.
                return found;
            }
            found.add(terms("english", oneOrMany(word.plain()), worth * 0.8));
            return found;
        }
        var inTitle = new ArrayList<Map<String, Object>>();
        var around = new ArrayList<Map<String, Object>>();
        boolean foreign = words.stream().noneMatch(Word::marked);
        for (int i = 0; i + 1 < words.size(); i++) {
            var exact = words.get(i).exact() + " " + words.get(i + 1).exact();
            var plain = words.get(i).plain() + " " + words.get(i + 1).plain();
            inTitle.add(Map.of("term", Map.of("title.pairs", exact)));
            around.add(Map.of("term", Map.of("text.pairs", plain)));
        }
        var found = new ArrayList<Map<String, Object>>();
        found.add(constant(FilterClauses.all(inTitle), worth));
        found.add(constant(FilterClauses.all(around), DESCRIPTION * other.worth()));
        if (foreign) {
            var english = words.stream()
                    .<Map<String, Object>>map(word -> Map.of("terms", Map.of("english", oneOrMany(word.plain()))))
                    .toList();
            found.add(constant(FilterClauses.all(english), worth * 0.8));
        }
        return found;
    }

    private static Map<String, Object> place(Whereabouts place, int words) {
        var ways = new ArrayList<Map<String, Object>>();
        if (!place.narrow().isEmpty()) {
            ways.add(terms("commune", place.narrow(), PLACE_BY_NAME * words));
        }
        if (!place.wide().isEmpty()) {
            ways.add(terms("commune", place.wide(), PLACE_AROUND * words));
        }
        if (place.province() != null) {
            ways.add(term("province", place.province(), PLACE_AROUND * words));
        }
        return anyOf(ways);
    }

    private List<Map<String, Object>> preferred(List<Span> spans) {
        var preferred = new ArrayList<Map<String, Object>>();
        var words = spans.stream().flatMap(span -> span.words().stream()).toList();
        for (int i = 0; i + 1 < words.size(); i++) {
            preferred.add(pair(words.get(i), words.get(i + 1)));
        }
        if (words.size() > 1) {
            preferred.add(terms("text.pairs", pairsOf(words), RankingWeights.ALSO_IN_DESCRIPTION));
        }
        preferred.addAll(alternativePairs(spans));
        preferred.addAll(beginnings(spans));
        return preferred;
    }

    private static List<String> pairsOf(List<Word> words) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(words.get(i).plain() + " " + words.get(i + 1).plain());
        }
        return pairs;
    }

    private static Map<String, Object> pair(Word one, Word two) {
        String plain = one.plain() + " " + two.plain();
        if (!one.marked() && !two.marked()) {
            return term("plain.pairs", plain, PAIR_WITHOUT_MARKS);
        }
        return anyOf(List.of(
                term("title.pairs", one.exact() + " " + two.exact(), PAIR_AS_TYPED),
                term("plain.pairs", plain, PAIR_OTHER_MARKS)));
    }

    /** "lạc rang" wants "đậu phộng rang" with the two beside each other, as it would want the words themselves. */
    private static List<Map<String, Object>> alternativePairs(List<Span> spans) {
        var clauses = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < spans.size(); i++) {
            var pairs = new LinkedHashSet<String>();
            var span = spans.get(i);
            var before = lastWord(spans, i - 1);
            var after = firstWord(spans, i + 1);
            for (var other : span.others()) {
                if (!other.words().isEmpty()) {
                    if (before != null) {
                        pairs.add(
                                before.plain() + " " + other.words().getFirst().plain());
                    }
                    if (after != null) {
                        pairs.add(other.words().getLast().plain() + " " + after.plain());
                    }
                }
            }
            if (!pairs.isEmpty()) {
                clauses.add(terms("plain.pairs", pairs, PAIR_WITHOUT_MARKS));
            }
            int inner = span.words().size() - 1;
            if (inner > 0) {
                var whole = span.others().stream()
                        .filter(other -> !other.words().isEmpty())
                        .map(other -> constant(inTitle(other.words()), PAIR_WITHOUT_MARKS * inner * other.worth()))
                        .toList();
                if (!whole.isEmpty()) {
                    clauses.add(anyOf(whole));
                }
            }
        }
        return clauses;
    }

    private static Map<String, Object> inTitle(List<Word> words) {
        if (words.size() == 1) {
            return Map.of("term", Map.of("title", words.getFirst().exact()));
        }
        var pairs = new ArrayList<Map<String, Object>>();
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(Map.of(
                    "term",
                    Map.of(
                            "title.pairs",
                            words.get(i).exact() + " " + words.get(i + 1).exact())));
        }
        return FilterClauses.all(pairs);
    }

    /** How titles of what was asked for begin, and the kinds of goods such titles are. */
    private List<Map<String, Object>> beginnings(List<Span> spans) {
        if (spans.isEmpty() || spans.getFirst().place() != null) {
            return List.of();
        }
        var clauses = new ArrayList<Map<String, Object>>();
        var categories = new LinkedHashSet<String>();
        var first = spans.getFirst();
        var rest = spans.stream()
                .skip(1)
                .flatMap(span -> span.words().stream())
                .map(Word::plain)
                .toList();
        for (var words : first.alternatives()) {
            var start = String.join(" ", words.stream().map(Word::plain).toList());
            var head = start;
            for (int more = 0; ; more++) {
                int length = words.size() + more;
                if (length > LONGEST_HEAD) {
                    break;
                }
                clauses.add(term(
                        "heads", head, HEAD + HEAD_WORD * (more + first.words().size())));
                if (more >= rest.size()) {
                    break;
                }
                head = head + " " + rest.get(more);
            }
            categories.addAll(lexicon.categoriesOf(mostTelling(words, rest)));
        }
        var found = new ArrayList<Map<String, Object>>();
        found.add(anyOf(clauses));
        if (!categories.isEmpty()) {
            found.add(terms("category", categories, TYPICAL_KIND));
        }
        return found;
    }

    /** The longest beginning of titles that the words begin with, two words at most beyond the first part. */
    private String mostTelling(List<Word> words, List<String> rest) {
        var head = String.join(" ", words.stream().map(Word::plain).toList());
        for (int more = 0; more < Math.min(2, rest.size()); more++) {
            var longer = head + " " + rest.get(more);
            if (!lexicon.isHead(longer)) {
                break;
            }
            head = longer;
        }
        return head;
    }

    static Map<String, Object> term(String field, String value, double worth) {
        return constant(Map.of("term", Map.of(field, value)), worth);
    }

    private static Map<String, Object> terms(String field, Iterable<String> values, double worth) {
        return constant(Map.of("terms", Map.of(field, values)), worth);
    }

    private static Map<String, Object> constant(Map<String, Object> filter, double worth) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", worth));
    }

    static Map<String, Object> mistyped(String field, String value, double boost) {
        int edits = value.length() >= LONG_WORD ? 2 : 1;
        return Map.of(
                "fuzzy",
                Map.of(
                        field,
                        Map.of(
                                "value",
                                value,
                                "fuzziness",
                                edits,
                                "prefix_length",
                                1,
                                "max_expansions",
                                40,
                                "rewrite",
                                "constant_score",
                                "boost",
                                boost)));
    }

    static Map<String, Object> anyOf(List<Map<String, Object>> clauses) {
        return clauses.size() == 1
                ? clauses.getFirst()
                : Map.of("dis_max", Map.of("queries", clauses, "tie_breaker", TIE));
    }

    static Map<String, Object> bool(
            List<Map<String, Object>> must,
            List<Map<String, Object>> filter,
            List<Map<String, Object>> should,
            int shouldMatch) {
        return Map.of(
                "bool", Map.of("must", must, "filter", filter, "should", should, "minimum_should_match", shouldMatch));
    }
}
