package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ocop.marketplace.search.UnderstoodText.Span;
import vn.ocop.marketplace.searchcontract.VietnameseSound;

/**
 * Turns understood text into clauses of the engine's query language. The numbers are the ranking: the title as typed,
 * then the title without marks, then words run together, sounds, the words around the title, the description, typing
 * errors.
 */
final class TextClauses {

    private static final double TITLE_AS_TYPED = 4;
    private static final double TITLE = 3;
    private static final double TITLE_JOINED = 2.5;
    private static final double ENGLISH = 2;
    private static final double SOUND = 1;
    private static final double ASIDE = 1;
    private static final double DESCRIPTION = 0.5;
    private static final double MISTYPED = 0.7;
    private static final double PAIR_AS_TYPED = 5;
    private static final double PAIR = 4;
    private static final double PAIR_ASIDE = 2;
    private static final double PAIR_IN_DESCRIPTION = 0.8;
    private static final double SYNONYM = 0.8;
    private static final double ALL_PARTS = 20;
    private static final double TIE = 0.1;

    private static final int SHORTEST_JOINED = 4;
    private static final int SHORTEST_MISTYPED = 3;
    private static final int LONG_WORD = 7;

    private TextClauses() {}

    /** Every part must be found somewhere. */
    static Map<String, Object> all(UnderstoodText text) {
        return bool(spans(text, false), List.of(), neighbours(text.words()), 0);
    }

    /** Most parts, or what was mistyped for them; listings with all parts come first. */
    static Map<String, Object> near(UnderstoodText text) {
        var parts = spans(text, true);
        int needed = parts.size() <= 2 ? 1 : (parts.size() * 3 + 4) / 5;
        var preferred = new ArrayList<>(neighbours(text.words()));
        preferred.add(
                Map.of("constant_score", Map.of("filter", bool(List.of(), parts, List.of(), 0), "boost", ALL_PARTS)));
        return bool(List.of(bool(List.of(), List.of(), parts, needed)), List.of(), preferred, 0);
    }

    private static List<Map<String, Object>> spans(UnderstoodText text, boolean mistyped) {
        return text.spans().stream().map(span -> span(span, mistyped)).toList();
    }

    private static Map<String, Object> span(Span span, boolean mistyped) {
        var clauses = new ArrayList<Map<String, Object>>();
        double boost = 1;
        for (var words : span.alternatives()) {
            clauses.add(phrase(words, mistyped, boost));
            boost = SYNONYM;
        }
        return anyOf(clauses);
    }

    private static Map<String, Object> phrase(List<Word> words, boolean mistyped, double boost) {
        if (words.size() == 1) {
            return anyOf(word(words.getFirst(), mistyped, boost));
        }
        return bool(
                words.stream().map(word -> anyOf(word(word, mistyped, boost))).toList(),
                List.of(),
                boost == 1 ? List.of() : neighbours(words),
                0);
    }

    private static List<Map<String, Object>> word(Word word, boolean mistyped, double boost) {
        var clauses = new ArrayList<Map<String, Object>>();
        String plain = word.plain();
        if (word.marked()) {
            clauses.add(term("title", word.exact(), TITLE_AS_TYPED * boost));
        }
        clauses.add(term("plain", plain, TITLE * boost));
        clauses.add(term("english", plain, ENGLISH * boost));
        clauses.add(term("aside", plain, ASIDE * boost));
        clauses.add(term("sound", VietnameseSound.of(plain), SOUND * boost));
        clauses.add(term("text", plain, DESCRIPTION * boost));
        if (plain.length() >= SHORTEST_JOINED) {
            clauses.add(term("plain.joined", plain, TITLE_JOINED * boost));
            clauses.add(term("aside.joined", plain, ASIDE * boost));
        }
        if (mistyped && plain.length() >= SHORTEST_MISTYPED) {
            clauses.add(mistyped("plain", plain, MISTYPED * boost));
        }
        return clauses;
    }

    /** Most Vietnamese words are two syllables: neighbours in the query that are neighbours in the listing say most. */
    private static List<Map<String, Object>> neighbours(List<Word> words) {
        var clauses = new ArrayList<Map<String, Object>>();
        for (int i = 0; i + 1 < words.size(); i++) {
            var one = words.get(i);
            var two = words.get(i + 1);
            String plain = one.plain() + " " + two.plain();
            var fields = new ArrayList<Map<String, Object>>();
            if (one.marked() || two.marked()) {
                fields.add(term("title.pairs", one.exact() + " " + two.exact(), PAIR_AS_TYPED));
            }
            fields.add(term("plain.pairs", plain, PAIR));
            fields.add(term("aside.pairs", plain, PAIR_ASIDE));
            fields.add(term("text.pairs", plain, PAIR_IN_DESCRIPTION));
            clauses.add(anyOf(fields));
        }
        return clauses;
    }

    private static Map<String, Object> term(String field, String value, double boost) {
        return Map.of("term", Map.of(field, Map.of("value", value, "boost", boost)));
    }

    static Map<String, Object> mistyped(String field, String value, double boost) {
        int edits = value.length() >= LONG_WORD ? 2 : 1;
        return Map.of(
                "fuzzy",
                Map.of(field, Map.of("value", value, "fuzziness", edits, "max_expansions", 80, "boost", boost)));
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
