package vn.ocop.marketplace.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ReferenceData;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.territory.NamedPlace;
import vn.ocop.marketplace.territory.Territory;

/**
 * Everything the search knows words by: the catalogue's own, places, other names. Read anew every few minutes, and soon
 * after many listings came or went: a catalogue that was just filled is searched at once.
 */
@Component
class Vocabulary implements ReferenceData {

    /**
     * Titles read: the words of tens of thousands of listings are nearly those of all. Each shop's best come first, so
     * that a catalogue of any size is known by all its makers.
     */
    private static final int MOST_TITLES = 50_000;

    /** A change of this share of the titles is worth reading them all anew. */
    private static final double MUCH = 0.1;

    private final DatabaseClient database;
    private final Territory territory;
    private volatile List<String> taught = List.of();
    private volatile long titles;
    private volatile Places places = new Places(List.of(), PlacePhrases.NONE);
    private volatile Words words = Words.of(Lexicon.EMPTY, PlacePhrases.NONE, new Thesaurus(), Set.of());

    Vocabulary(DatabaseClient database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    /** @param notPlaces names of places that the catalogue uses for goods from elsewhere */
    record Words(Lexicon lexicon, Speller speller, PlacePhrases places, Thesaurus thesaurus, Set<String> notPlaces) {

        static Words of(Lexicon lexicon, PlacePhrases places, Thesaurus thesaurus, Set<String> notPlaces) {
            return new Words(lexicon, new Speller(lexicon, thesaurus), places, thesaurus, notPlaces);
        }
    }

    private record Places(List<NamedPlace> named, PlacePhrases phrases) {

        static Places of(List<NamedPlace> named) {
            return new Places(named, new PlacePhrases(named));
        }
    }

    Words words() {
        return words;
    }

    /** Takes up what was added at the desk, in the notation of the thesaurus, instead of what was before. */
    void teach(List<String> lines) {
        if (!lines.equals(taught)) {
            taught = List.copyOf(lines);
            var known = words;
            words = Words.of(known.lexicon(), known.places(), new Thesaurus(taught), known.notPlaces());
        }
    }

    @Override
    public Mono<Boolean> isOutdated() {
        return count().map(now -> Math.abs(now - titles) > MUCH * titles);
    }

    /** Counts no further than it would read. */
    private Mono<Long> count() {
        return database.sql("select count(*) as titles from (select 1 from listing.search_rows limit :most) known")
                .bind("most", MOST_TITLES)
                .map(row -> Rows.get(row, "titles", Long.class))
                .one();
    }

    @Override
    public Mono<Void> load() {
        return count().flatMap(now -> read().doOnSuccess(done -> titles = now));
    }

    private Mono<Void> read() {
        return Mono.defer(() -> {
            var phrases = phrases(territory.namedPlaces());
            var thesaurus = words.thesaurus();
            var collected = new Collected(phrases);
            territory.namedPlaces().forEach(place -> collected.lexicon.phrase(place.name()));
            thesaurus.phrases().forEach(collected.lexicon::phrase);
            return database.sql("""
                            select c.title_vi, c.title_en, c.category_code, c.commune_code
                              from (select listing_id
                                      from (select listing_id, rank,
                                                   row_number() over (partition by shop_id order by rank desc, listing_id) as turn
                                              from listing.search_rows) r
                                     order by turn, rank desc, listing_id
                                     limit :most) known
                              join listing.published_cards c on c.id = known.listing_id
                             where c.on_sale
                            """)
                    .bind("most", MOST_TITLES)
                    .map(row -> {
                        collected.add(
                                Rows.get(row, "title_vi", String.class),
                                row.get("title_en", String.class),
                                Rows.get(row, "category_code", String.class),
                                Rows.get(row, "commune_code", String.class));
                        return 1;
                    })
                    .all()
                    .then(Mono.fromRunnable(() -> words =
                            Words.of(collected.lexicon.build(), phrases, words.thesaurus(), collected.notPlaces())));
        });
    }

    /** Places change once in years, the catalogue all the time. */
    private PlacePhrases phrases(List<NamedPlace> named) {
        if (!places.named().equals(named)) {
            places = Places.of(named);
        }
        return places.phrases();
    }

    /** Gathers words from titles, and how often the name of a place stands on goods from there and from elsewhere. */
    private static final class Collected {

        private final PlacePhrases places;
        private final Lexicon.Builder lexicon = new Lexicon.Builder();
        private final Map<String, int[]> fromThereAndElsewhere = new HashMap<>();

        Collected(PlacePhrases places) {
            this.places = places;
        }

        void add(String title, @Nullable String english, String category, String commune) {
            lexicon.title(title, category);
            if (english != null && !english.equals(title)) {
                lexicon.english(english);
            }
            var words = Word.of(title);
            for (int length = 2; length <= PlacePhrases.LONGEST; length++) {
                for (int at = 0; at + length <= words.size(); at++) {
                    count(words.subList(at, at + length), commune);
                }
            }
        }

        private void count(List<Word> name, String commune) {
            var plain = String.join(" ", name.stream().map(Word::plain).toList());
            if (places.isName(plain) && places.of(name) instanceof UnderstoodText.Whereabouts where) {
                boolean there = where.narrow().contains(commune) || where.wide().contains(commune);
                fromThereAndElsewhere.computeIfAbsent(plain, key -> new int[2])[there ? 0 : 1]++;
            }
        }

        Set<String> notPlaces() {
            return fromThereAndElsewhere.entrySet().stream()
                    .filter(entry -> entry.getValue()[1] > 2 * entry.getValue()[0])
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
