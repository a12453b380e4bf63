package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.search.UnderstoodText.Span;
import vn.ocop.marketplace.searchcontract.TypingLeftovers;

/** Makes sense of what a shopper typed: keys left over, courtesy words, stars, other names for the same thing. */
@Component
class TextReader {

    /** Words that say "I am looking for something" and would exclude listings that do not contain them. */
    private static final Set<String> COURTESY = Set.of("mua", "bán", "quà", "ở", "của", "tìm", "ocop", "giá", "rẻ");

    private static final Set<String> COURTESY_PAIRS = Set.of("dac san", "san pham", "thuc pham", "qua tang");
    private static final Set<String> CERTIFIED = Set.of("3", "4", "5");
    private static final int MOST_WORDS = 16;

    private final Synonyms synonyms = new Synonyms();

    UnderstoodText read(String text) {
        var meant = TypingLeftovers.decode(text);
        var words = new ArrayList<>(Word.of(meant.orElse(text)));
        var stars = takeStars(words);
        var content = withoutCourtesy(words);
        return new UnderstoodText(spans(content), content, stars, meant.orElse(null));
    }

    private static List<Integer> takeStars(List<Word> words) {
        var stars = new ArrayList<Integer>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (CERTIFIED.contains(words.get(i).plain())
                    && "sao".equals(words.get(i + 1).exact())) {
                stars.add(Integer.valueOf(words.get(i).plain()));
                words.subList(i, i + 2).clear();
                i--;
            }
        }
        return stars;
    }

    private static List<Word> withoutCourtesy(List<Word> words) {
        var content = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            boolean pair = i + 1 < words.size()
                    && COURTESY_PAIRS.contains(
                            words.get(i).plain() + " " + words.get(i + 1).plain());
            if (pair) {
                i++;
            } else if (!COURTESY.contains(words.get(i).exact())) {
                content.add(words.get(i));
            }
        }
        var kept = content.isEmpty() ? words : content;
        return List.copyOf(kept.subList(0, Math.min(kept.size(), MOST_WORDS)));
    }

    /** The longest phrase with a known synonym makes one span; every other word makes its own. */
    private List<Span> spans(List<Word> words) {
        var spans = new ArrayList<Span>();
        int at = 0;
        while (at < words.size()) {
            var span = spanAt(words, at);
            spans.add(span);
            at += span.alternatives().getFirst().size();
        }
        return spans;
    }

    private Span spanAt(List<Word> words, int at) {
        int longest = Math.min(Synonyms.LONGEST_PHRASE, words.size() - at);
        for (int length = longest; length > 0; length--) {
            var phrase = words.subList(at, at + length);
            var others = synonyms.of(phrase);
            if (!others.isEmpty()) {
                var alternatives = new ArrayList<List<Word>>();
                alternatives.add(List.copyOf(phrase));
                alternatives.addAll(others);
                return new Span(alternatives);
            }
        }
        return new Span(List.of(List.of(words.get(at))));
    }
}
