package vn.ocop.marketplace.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** The folded words that listings have, to find what a mistyped word may have meant while the engine is away. */
@Repository
class CatalogueWords {

    /** Shorter words come near everything. */
    private static final int SHORTEST = 3;

    private final DatabaseClient database;

    CatalogueWords(DatabaseClient database) {
        this.database = database;
    }

    private record Near(String word, List<String> others) {}

    /** For each word that no listing has, or begins with, those that come nearest. */
    Mono<Map<String, List<String>>> near(List<Word> words) {
        String[] asked = words.stream()
                .map(Word::plain)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .toArray(String[]::new);
        if (asked.length == 0) {
            return Mono.just(Map.of());
        }
        return database.sql("""
                select w.word, n.others
                  from unnest(:words::text[]) as w (word),
                       lateral (select array_agg(word) as others
                                  from (select s.word
                                          from listing.search_words s
                                         where s.word % w.word
                                           and abs(length(s.word) - length(w.word)) <= 2
                                         order by similarity(s.word, w.word) desc, s.word
                                         limit 3) nearest) n
                 where n.others is not null
                   and not exists (select 1 from listing.search_words s where s.word ^@ w.word)
                """)
                .bind("words", asked)
                .map(row -> new Near(
                        Rows.get(row, "word", String.class), Arrays.asList(Rows.get(row, "others", String[].class))))
                .all()
                .collectMap(Near::word, Near::others);
    }
}
