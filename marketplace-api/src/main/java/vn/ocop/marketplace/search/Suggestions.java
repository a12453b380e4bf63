package vn.ocop.marketplace.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.searchcontract.TypingLeftovers;
import vn.ocop.marketplace.searchcontract.VietnameseSound;

/** What a shopper may be about to type: products from the engine, shops and places from memory. */
@Component
public class Suggestions {

    /** Below this many letters everything would match. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 16;
    private static final int LETTERS_OF_A_SLIP = 3;
    /** Two letters begin a large part of all titles; nobody needs the best of all of them. */
    private static final int MOST_LOOKED_AT = 20_000;
    /** So many of the best listings are looked through before the rest, while the engine is away. */
    private static final int BEST = 3_000;

    private final SearchEngine engine;
    private final DatabaseClient database;
    private final PlannedReads reads;
    private final Vocabulary vocabulary;
    private final CategoryNames categories;
    private final ShopNames shops;
    private final PlaceNames places;
    private final Clock clock;

    Suggestions(
            SearchEngine engine,
            DatabaseClient database,
            PlannedReads reads,
            Vocabulary vocabulary,
            CategoryNames categories,
            ShopNames shops,
            PlaceNames places,
            Clock clock) {
        this.engine = engine;
        this.database = database;
        this.reads = reads;
        this.vocabulary = vocabulary;
        this.categories = categories;
        this.shops = shops;
        this.places = places;
        this.clock = clock;
    }

    /** A product or a shop. */
    public record Suggestion(String text, String slug, List<Highlight> highlight) {}

    /** A province, whose floor the slug leads to, or a commune of one. */
    public record PlaceSuggestion(String text, String slug, String code, List<Highlight> highlight) {}

    /** What titles go on with: a text to search for. */
    public record Phrase(String text, List<Highlight> highlight) {}

    /** All suggestions for one text. */
    public record Suggested(
            List<Phrase> phrases,
            List<Suggestion> products,
            List<Suggestion> categories,
            List<Suggestion> shops,
            List<PlaceSuggestion> places) {

        static final Suggested NOTHING = new Suggested(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Mono<Suggested> of(String text, int limit, Language language) {
        var words = meant(text);
        int letters = words.stream().mapToInt(word -> word.plain().length()).sum();
        if (letters < SHORTEST) {
            return Mono.just(Suggested.NOTHING);
        }
        return Mono.zip(
                products(words, limit, language),
                shops.startingWith(words, limit),
                (products, found) -> new Suggested(
                        phrases(words, limit),
                        products,
                        categories.startingWith(words, limit, language),
                        found,
                        places.startingWith(words, limit)));
    }

    /** Whole words are read as a search would read them; the last one may only have begun. */
    private List<Word> meant(String text) {
        var known = vocabulary.words();
        var typed = Word.of(TypingLeftovers.decode(text).orElse(text));
        if (typed.isEmpty() || known.lexicon().isEmpty()) {
            return typed;
        }
        var words = typed.size() > LONGEST ? typed.subList(0, LONGEST) : typed;
        var meant = new ArrayList<>(known.speller().correct(words.subList(0, words.size() - 1)));
        var last = words.getLast();
        var likely = known.lexicon().likelyBeginning(last.plain());
        meant.add(likely.equals(last.plain()) ? last : new Word(likely, likely));
        return List.copyOf(meant);
    }

    private List<Phrase> phrases(List<Word> words, int limit) {
        var plain = words.stream().map(Word::plain).collect(Collectors.joining(" "));
        var exact = words.stream().map(Word::exact).collect(Collectors.joining(" "));
        return vocabulary.words().lexicon().completions(plain, exact, limit).stream()
                .map(text -> new Phrase(text, Highlight.of(text, words)))
                .toList();
    }

    private Mono<List<Suggestion>> products(List<Word> words, int limit, Language language) {
        String title = language == Language.EN ? "titleEn" : "titleVi";
        return engine.search(request(words, limit, title))
                .map(answer -> products(answer, title, words))
                .onErrorResume(away -> fromDatabase(words, limit, language));
    }

    private Map<String, Object> request(List<Word> words, int limit, String title) {
        return Map.of(
                "size",
                limit,
                "_source",
                false,
                "track_total_hits",
                false,
                "terminate_after",
                MOST_LOOKED_AT,
                "stored_fields",
                List.of("slug", title),
                "query",
                EngineRequest.ranked(
                        TextClauses.bool(begunWith(words), List.of(), pairs(words), 0),
                        List.of(),
                        null,
                        BusinessTime.today(clock)));
    }

    /** Whole words before, the beginning of a word at the end; spelling by sound and small slips are forgiven. */
    private static List<Map<String, Object>> begunWith(List<Word> words) {
        var clauses = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            var word = words.get(i);
            String plain = word.plain();
            var ways = new ArrayList<Map<String, Object>>();
            ways.add(TextClauses.term("plain", plain, 3));
            ways.add(TextClauses.term("english", plain, 2));
            if (word.marked()) {
                ways.add(last ? beginning("title", word.exact(), 4) : TextClauses.term("title", word.exact(), 4));
            }
            if (last) {
                ways.add(beginning("plain", plain, 2));
                ways.add(beginning("english", plain, 1));
            }
            if (plain.length() > LETTERS_OF_A_SLIP) {
                ways.add(TextClauses.mistyped("plain", plain, 0.5));
                ways.add(TextClauses.term("sound", VietnameseSound.of(plain), 0.5));
                ways.add(beginning("plain.joined", plain, 1));
            }
            clauses.add(TextClauses.anyOf(ways));
        }
        return clauses;
    }

    /** Titles that begin so before those that have it somewhere. */
    private static List<Map<String, Object>> pairs(List<Word> words) {
        var clauses = new ArrayList<Map<String, Object>>();
        var text = words.stream().map(Word::plain).collect(Collectors.joining(" "));
        clauses.add(beginning("heads", text, 4));
        for (int i = 0; i + 1 < words.size(); i++) {
            String pair = words.get(i).plain() + " " + words.get(i + 1).plain();
            clauses.add(
                    i + 2 == words.size()
                            ? beginning("plain.pairs", pair, 4)
                            : TextClauses.term("plain.pairs", pair, 4));
        }
        return clauses;
    }

    private static Map<String, Object> beginning(String field, String value, double worth) {
        return Map.of("prefix", Map.of(field, Map.of("value", value, "boost", worth)));
    }

    private static List<Suggestion> products(JsonNode answer, String title, List<Word> words) {
        var products = new ArrayList<Suggestion>();
        for (var hit : answer.path("hits").path("hits")) {
            var fields = hit.path("fields");
            var text = fields.path(title).path(0).asString();
            products.add(new Suggestion(text, fields.path("slug").path(0).asString(), Highlight.of(text, words)));
        }
        return products;
    }

    /**
     * Many listings begin as something short does: then some of the best ones do. What hardly any of those has is rare
     * enough to be looked up.
     */
    private Mono<List<Suggestion>> fromDatabase(List<Word> words, int limit, Language language) {
        var amongTheBest = fromDatabase("""
                (select listing_id, rank, words
                   from listing.search_rows
                  order by rank desc, listing_id
                  limit %d)
                """.formatted(BEST), words, limit, language);
        var anywhere = fromDatabase("listing.search_rows", words, limit, language);
        return reads.read(amongTheBest.flatMap(found -> found.size() < limit ? anywhere : Mono.just(found)));
    }

    private Mono<List<Suggestion>> fromDatabase(String rows, List<Word> words, int limit, Language language) {
        return database.sql("""
                        with best as materialized (
                            select listing_id, rank
                              from %s r
                             where words @@ :begun::tsquery
                             order by rank desc, listing_id
                             limit :limit)
                        select c.slug, c.title_vi, c.title_en
                          from listing.published_cards c
                          join best on best.listing_id = c.id
                         where c.id = any(array(select listing_id from best))
                         order by best.rank desc, c.id
                        """.formatted(rows))
                .bind("begun", PlainText.begunWith(words))
                .bind("limit", limit)
                .map(row -> {
                    var text = Rows.get(row, language == Language.EN ? "title_en" : "title_vi", String.class);
                    return new Suggestion(text, Rows.get(row, "slug", String.class), Highlight.of(text, words));
                })
                .all()
                .collectList();
    }
}
