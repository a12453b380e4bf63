package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.search.UnderstoodText.Kind;
import vn.ocop.marketplace.search.UnderstoodText.Part;
import vn.ocop.marketplace.search.UnderstoodText.Span;
import vn.ocop.marketplace.search.UnderstoodText.Whereabouts;
import vn.ocop.marketplace.searchcontract.TypingLeftovers;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * Makes sense of what a shopper typed: stars and prices, keys left over, typing errors, places, courtesy, other names
 * for the same thing. Rests on the catalogue's own words, never on a list of queries.
 */
@Component
class TextReader {

    private static final int MOST_WORDS = 16;
    private static final int LONGEST_COURTESY = 5;

    /** What comes before the name of a place and says what kind of place it is. */
    private static final Set<String> KINDS_OF_PLACES = Set.of(
            "tinh",
            "tp",
            "tx",
            "tt",
            "huyen",
            "xa",
            "phuong",
            "quan",
            "vung",
            "dat",
            "xu",
            "o",
            "tai",
            "thanh pho",
            "thi xa",
            "thi tran",
            "dac khu",
            "h",
            "x",
            "p",
            "q",
            "t",
            "cua",
            "from",
            "in");

    private final Supplier<Vocabulary.Words> vocabulary;

    @Autowired
    TextReader(Vocabulary vocabulary) {
        this(vocabulary::words);
    }

    TextReader(Supplier<Vocabulary.Words> vocabulary) {
        this.vocabulary = vocabulary;
    }

    UnderstoodText read(String text) {
        return read(text, false);
    }

    /** @param verbatim whether the words are searched as they are, because the shopper insists */
    UnderstoodText read(String text, boolean verbatim) {
        var words = vocabulary.get();
        var typed = VietnameseText.nfc(text).toLowerCase(Locale.ROOT).strip();
        var stars = StarWords.in(typed);
        var price = PriceWords.in(stars.rest());
        var decoded = verbatim ? price.rest() : withoutLeftovers(price.rest(), words.lexicon());
        var asTyped = limited(Word.of(decoded));
        var corrected = verbatim ? asTyped : limited(words.speller().correct(asTyped));
        var reading = new Reading(words, corrected);
        boolean lettersChanged = !plain(corrected).equals(plain(asTyped));
        var parts = parts(reading, stars, price);
        return new UnderstoodText(
                reading.spans(),
                reading.content(),
                lettersChanged ? new Reading(words, asTyped).spans() : List.of(),
                stars.stars(),
                price.min(),
                price.max(),
                parts,
                exact(corrected).equals(exact(Word.of(price.rest()))) ? null : told(exact(corrected), stars, price));
    }

    /** Each word by itself: only words the catalogue does not know can be keys left over. */
    private static String withoutLeftovers(String text, Lexicon lexicon) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> meant(word, lexicon))
                .collect(Collectors.joining(" "));
    }

    private static String meant(String word, Lexicon lexicon) {
        boolean known = VietnameseText.isUnmarked(word) && lexicon.knows(word);
        return known ? word : TypingLeftovers.decode(word).orElse(word);
    }

    private static List<Word> limited(List<Word> words) {
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    private static String told(String text, StarWords.Found stars, PriceWords.Found price) {
        return String.join(" ", text, stars.typed(), price.typed()).strip().replaceAll("\\s+", " ");
    }

    private static List<Part> parts(Reading reading, StarWords.Found stars, PriceWords.Found price) {
        var pieces = new ArrayList<>(reading.pieces());
        if (!stars.stars().isEmpty()) {
            var value = stars.stars().stream().map(String::valueOf).collect(Collectors.joining(","));
            pieces.add(new Piece(Kind.STARS, stars.typed(), value));
        }
        if (!price.nothing()) {
            var value = (price.min() == null ? "" : price.min()) + "-" + (price.max() == null ? "" : price.max());
            pieces.add(new Piece(Kind.PRICE, price.typed(), value));
        }
        var parts = new ArrayList<Part>();
        for (var piece : pieces) {
            var without = pieces.stream()
                    .filter(other -> other != piece)
                    .map(Piece::typed)
                    .collect(Collectors.joining(" "));
            parts.add(new Part(piece.kind(), piece.typed(), piece.value(), without));
        }
        return parts;
    }

    private static List<String> plain(List<Word> words) {
        return words.stream().map(Word::plain).toList();
    }

    private static String exact(List<Word> words) {
        return words.stream().map(Word::exact).collect(Collectors.joining(" "));
    }

    private record Piece(Kind kind, String typed, String value) {}

    /** One reading of a row of words: places first, then courtesy, then phrases that have other names. */
    private static final class Reading {

        private final Vocabulary.Words known;
        private final List<Span> spans = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();

        Reading(Vocabulary.Words known, List<Word> words) {
            this.known = known;
            read(words);
        }

        List<Span> spans() {
            return spans;
        }

        List<Piece> pieces() {
            return pieces;
        }

        List<Word> content() {
            return spans.stream().flatMap(span -> span.words().stream()).toList();
        }

        private void read(List<Word> words) {
            int at = 0;
            var text = new ArrayList<String>();
            while (at < words.size()) {
                int kinds = kindsOfPlaceAt(words, at);
                int place = placeAt(words, at + kinds);
                if (place > 0) {
                    flush(text);
                    var name = words.subList(at + kinds, at + kinds + place);
                    var where = known.places().of(name);
                    spans.add(new Span(name, List.of(), where));
                    pieces.add(new Piece(
                            Kind.PLACE,
                            exact(words.subList(at, at + kinds + place)),
                            where == null ? "" : where.name()));
                    at += kinds + place;
                    continue;
                }
                int courtesy = courtesyAt(words, at);
                if (courtesy > 0) {
                    at += courtesy;
                    continue;
                }
                var span = spanAt(words, at);
                spans.add(span);
                var group = group(span);
                if (group != null) {
                    flush(text);
                    pieces.add(new Piece(Kind.GROUP, exact(span.words()), group));
                } else {
                    text.add(exact(span.words()));
                }
                at += span.words().size();
            }
            flush(text);
        }

        private void flush(List<String> text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(Kind.TEXT, String.join(" ", text), String.join(" ", text)));
                text.clear();
            }
        }

        private static @Nullable String group(Span span) {
            return span.others().size() == 1 ? span.others().getFirst().category() : null;
        }

        private int kindsOfPlaceAt(List<Word> words, int at) {
            for (int length = Math.min(2, words.size() - at - 1); length > 0; length--) {
                var kind = String.join(" ", plain(words.subList(at, at + length)));
                if (KINDS_OF_PLACES.contains(kind) && placeAt(words, at + length) > 0) {
                    return length;
                }
            }
            return 0;
        }

        private int placeAt(List<Word> words, int at) {
            for (int length = Math.min(PlacePhrases.LONGEST, words.size() - at); length > 0; length--) {
                var name = words.subList(at, at + length);
                if (known.places().of(name) instanceof Whereabouts where && isPlace(name, where, at == 0)) {
                    return length;
                }
            }
            return 0;
        }

        /** Not where the catalogue uses the name for something else, and not for the beginning of a product's name. */
        private boolean isPlace(List<Word> name, Whereabouts where, boolean first) {
            var plain = String.join(" ", plain(name));
            boolean large = where.province() != null;
            boolean goods = !large
                    && (known.notPlaces().contains(plain)
                            || first && known.lexicon().isHead(plain));
            return !goods && known.thesaurus().of(name, known.lexicon()).isEmpty();
        }

        private int courtesyAt(List<Word> words, int at) {
            for (int length = Math.min(LONGEST_COURTESY, words.size() - at); length > 0; length--) {
                var phrase = words.subList(at, at + length);
                if (known.thesaurus().isCourtesy(phrase) || length == 1 && unmarkedCourtesy(words, at)) {
                    return length;
                }
            }
            return 0;
        }

        /** "qua quang tri" begins with quà, "qua bo" with quả: the neighbour tells. */
        private boolean unmarkedCourtesy(List<Word> words, int at) {
            var word = words.get(at);
            boolean beside = at + 1 < words.size()
                            && known.lexicon()
                                    .knowsPair(word.plain(), words.get(at + 1).plain())
                    || at > 0 && known.lexicon().knowsPair(words.get(at - 1).plain(), word.plain());
            return words.size() > 1 && !beside && known.thesaurus().isCourtesyUnmarked(word);
        }

        /** The longest phrase with another name makes one span; every other word makes its own. */
        private Span spanAt(List<Word> words, int at) {
            for (int length = Math.min(Thesaurus.LONGEST_PHRASE, words.size() - at); length > 0; length--) {
                var phrase = words.subList(at, at + length);
                var others = known.thesaurus().of(phrase, known.lexicon());
                if (!others.isEmpty()) {
                    return new Span(phrase, others, null);
                }
            }
            return Span.of(List.of(words.get(at)));
        }
    }
}
