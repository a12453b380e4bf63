package vn.ocop.marketplace.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final SearchEngine engine;
    private final DatabaseClient database;
    private final ShopNames shops;
    private final PlaceNames places;
    private final Clock clock;

    Suggestions(SearchEngine engine, DatabaseClient database, ShopNames shops, PlaceNames places, Clock clock) {
        this.engine = engine;
        this.database = database;
        this.shops = shops;
        this.places = places;
        this.clock = clock;
    }

    /** A product or a shop. */
    public record Suggestion(String text, String slug, List<Highlight> highlight) {}

    /** A province, whose floor the slug leads to, or a commune of one. */
    public record PlaceSuggestion(String text, String slug, String code, List<Highlight> highlight) {}

    /** All suggestions for one text. */
    public record Suggested(List<Suggestion> products, List<Suggestion> shops, List<PlaceSuggestion> places) {}

    public Mono<Suggested> of(String text, int limit, Language language) {
        var words = Word.of(TypingLeftovers.decode(text).orElse(text));
        int letters = words.stream().mapToInt(word -> word.plain().length()).sum();
        if (letters < SHORTEST) {
            return Mono.just(new Suggested(List.of(), List.of(), List.of()));
        }
        return Mono.zip(
                products(words, limit, language),
                shops.startingWith(words, limit),
                (products, found) -> new Suggested(products, found, places.startingWith(words, limit)));
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
                "stored_fields",
                List.of("slug", title),
                "query",
                EngineRequest.ranked(
                        TextClauses.bool(begunWith(words), List.of(), pairs(words), 0), BusinessTime.today(clock)));
    }

    /** Whole words before, the beginning of a word at the end; spelling by sound and small slips are forgiven. */
    private static List<Map<String, Object>> begunWith(List<Word> words) {
        var clauses = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            String plain = words.get(i).plain();
            var ways = new ArrayList<Map<String, Object>>();
            ways.add(match("term", "plain", plain, 3));
            ways.add(match("term", "english", plain, 2));
            ways.add(match("term", "sound", VietnameseSound.of(plain), 1));
            if (words.get(i).marked()) {
                ways.add(match(last ? "prefix" : "term", "title", words.get(i).exact(), 4));
            }
            if (last) {
                ways.add(match("prefix", "plain", plain, 2));
                ways.add(match("prefix", "english", plain, 1));
                ways.add(match("prefix", "plain.joined", plain, 1));
            }
            if (plain.length() > 3) {
                ways.add(TextClauses.mistyped("plain", plain, 0.5));
            }
            clauses.add(TextClauses.anyOf(ways));
        }
        return clauses;
    }

    private static List<Map<String, Object>> pairs(List<Word> words) {
        var clauses = new ArrayList<Map<String, Object>>();
        for (int i = 0; i + 1 < words.size(); i++) {
            String pair = words.get(i).plain() + " " + words.get(i + 1).plain();
            clauses.add(match(i + 2 == words.size() ? "prefix" : "term", "plain.pairs", pair, 4));
        }
        return clauses;
    }

    private static Map<String, Object> match(String kind, String field, String value, double boost) {
        return Map.of(kind, Map.of(field, Map.of("value", value, "boost", boost)));
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

    private Mono<List<Suggestion>> fromDatabase(List<Word> words, int limit, Language language) {
        var pattern = new StringBuilder("%");
        words.forEach(word -> pattern.append(word.plain()).append('%'));
        return database.sql("""
                select slug, title_vi, title_en
                  from listing.published_cards
                 where folded like :pattern
                   and on_sale
                 order by sold_count desc, id
                 limit :limit
                """)
                .bind("pattern", pattern.toString())
                .bind("limit", limit)
                .map(row -> {
                    var text = Rows.get(row, language == Language.EN ? "title_en" : "title_vi", String.class);
                    return new Suggestion(text, Rows.get(row, "slug", String.class), Highlight.of(text, words));
                })
                .all()
                .collectList();
    }
}
