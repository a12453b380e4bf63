package vn.ocop.marketplace.search;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds listings: in the engine, wider when nothing matches; in the database while the engine is away. */
@Component
public class ListingSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ListingSearch.class);

    private final TextReader reader;
    private final EngineListings engine;
    private final DatabaseListings database;

    ListingSearch(TextReader reader, EngineListings engine, DatabaseListings database) {
        this.reader = reader;
        this.engine = engine;
        this.database = database;
    }

    /**
     * What was found and how.
     *
     * @param question as it was understood: stars named in the text have become a filter
     * @param corrected the text that was searched instead of the one typed
     * @param widened whether nothing matched and these only come near
     */
    record Answer(
            ListingQuestion question,
            FoundListings found,
            SearchSource source,
            @Nullable String corrected,
            boolean widened) {}

    Mono<Answer> find(ListingQuestion asked) {
        var text = reader.read(asked.text());
        var question = understood(asked, text);
        return fromEngine(question, text).onErrorResume(failure -> fromDatabase(question, text, failure));
    }

    private static ListingQuestion understood(ListingQuestion asked, UnderstoodText text) {
        if (text.stars().isEmpty() || !asked.filters().stars().isEmpty()) {
            return asked;
        }
        return asked.withFilters(asked.filters().withStars(text.stars()));
    }

    private Mono<Answer> fromEngine(ListingQuestion question, UnderstoodText text) {
        var after = question.after();
        if (after != null && after.widened()) {
            return engine.find(question, text, true).map(found -> answer(question, found, text, true));
        }
        return engine.find(question, text, false)
                .map(found -> answer(question, found, text, false))
                .flatMap(answer -> nothingMatches(answer, text) ? nearest(question, text) : Mono.just(answer));
    }

    private static boolean nothingMatches(Answer answer, UnderstoodText text) {
        return answer.found().unfiltered() == 0 && !text.isEmpty();
    }

    private Mono<Answer> nearest(ListingQuestion question, UnderstoodText text) {
        return engine.find(question, text, true).map(found -> answer(question, found, text, found.total() > 0));
    }

    private Mono<Answer> fromDatabase(ListingQuestion question, UnderstoodText text, Throwable failure) {
        if (!(failure instanceof CircuitBreaker.OpenException)) {
            LOG.debug("Search falls back to the database", failure);
        }
        return database.find(question, text)
                .map(found -> new Answer(question, found, SearchSource.DATABASE, text.corrected(), false));
    }

    private static Answer answer(ListingQuestion question, FoundListings found, UnderstoodText text, boolean widened) {
        return new Answer(question, found, SearchSource.SEARCH, text.corrected(), widened);
    }
}
