package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.CircuitBreaker;
import vn.ocop.marketplace.search.RulesInForce.Applying;
import vn.ocop.marketplace.search.UnderstoodText.Kind;
import vn.ocop.marketplace.searchcontract.DatedCard;

/** Finds listings: in the engine, wider when nothing matches; in the database while the engine is away. */
@Component
public class ListingSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ListingSearch.class);
    /** A list shorter than this goes on with what comes near. */
    private static final int SHORT = 10;

    private final TextReader reader;
    private final Vocabulary vocabulary;
    private final EngineListings engine;
    private final DatabaseListings database;
    private final RulesInForce rules;
    private final TermCounts terms;

    ListingSearch(
            TextReader reader,
            Vocabulary vocabulary,
            EngineListings engine,
            DatabaseListings database,
            RulesInForce rules,
            TermCounts terms) {
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.engine = engine;
        this.database = database;
        this.rules = rules;
        this.terms = terms;
    }

    /**
     * What was found and how.
     *
     * @param question as it was understood: stars and prices named in the text have become filters
     * @param text what the text was taken for
     * @param widening what had to be left out to find anything
     * @param matching how many match; those after them only come near
     * @param redirect the page the desk sends this text to
     */
    record Answer(
            ListingQuestion question,
            FoundListings found,
            SearchSource source,
            UnderstoodText text,
            Widening widening,
            long matching,
            @Nullable String redirect) {

        Answer leadingTo(@Nullable String page) {
            return page == null ? this : new Answer(question, found, source, text, widening, matching, page);
        }

        boolean empty() {
            return found.total() == 0;
        }

        /** The counts stay those of what matches. */
        Answer goingOnWith(List<DatedCard> more) {
            var cards = new ArrayList<>(found.cards());
            cards.addAll(more);
            var all = new FoundListings(found.ids(), cards, cards.size(), found.unfiltered(), found.facets(), null);
            return new Answer(question, all, source, text, widening, matching, redirect);
        }
    }

    /** One try: what to ask, and what it leaves out. */
    private record Attempt(
            ListingQuestion question, @Nullable Map<String, Object> text, Widening widening) {}

    Mono<Answer> find(ListingQuestion asked) {
        return rules.of(asked.text()).flatMap(applying -> find(asked, applying));
    }

    private Mono<Answer> find(ListingQuestion asked, Applying rules) {
        var text = reader.read(asked.text(), asked.verbatim());
        var question = asked.withFilters(asked.filters().with(text));
        return fromEngine(asked, question, text, rules.pinned())
                .onErrorResume(failure -> fromDatabase(question, text, failure))
                .map(answer -> answer.leadingTo(rules.redirect()))
                .doOnNext(answer -> count(asked, answer));
    }

    private void count(ListingQuestion asked, Answer answer) {
        boolean first = asked.after() == null && !asked.text().isBlank();
        if (first) {
            terms.count(asked.text(), answer.found().unfiltered() == 0 || answer.widening() == Widening.WORDS);
        }
    }

    /** Each attempt leaves out more than the one before; the first that finds anything is the answer. */
    private Mono<Answer> fromEngine(
            ListingQuestion asked, ListingQuestion question, UnderstoodText text, List<String> pinned) {
        var attempts = attempts(asked, question, text, pinned);
        var after = question.after();
        // Further pages of a widened list go on where its first page began.
        var tried = after != null && after.widened() ? attempts.subList(1, attempts.size()) : attempts;
        if (tried.isEmpty()) {
            tried = attempts;
        }
        return Flux.fromIterable(tried)
                .concatMap(attempt -> find(attempt, text), 1)
                .takeUntil(answer -> !answer.empty() || !widens(answer))
                .collectList()
                .map(ListingSearch::answer)
                .flatMap(answer -> pinned.isEmpty() ? filledUp(answer, text) : Mono.just(answer));
    }

    /** A short list goes on with what comes near: the first page only, and told apart. */
    private Mono<Answer> filledUp(Answer answer, UnderstoodText text) {
        var question = answer.question();
        boolean isShort = !answer.empty()
                && answer.found().total() < SHORT
                && answer.widening() == Widening.NOTHING
                && question.sort() == ListingSort.RELEVANCE
                && question.after() == null
                && question.limit() > answer.found().total();
        var near = isShort
                ? new TextClauses(vocabulary.words()).near(text, answer.found().ids())
                : null;
        return near == null
                ? Mono.just(answer)
                : engine.more(
                                question.limitedTo(question.limit()
                                        - answer.found().cards().size()),
                                near)
                        .map(answer::goingOnWith);
    }

    /** When nothing helped, the first attempt's answer stands, with its counts of what the filters hide. */
    private static Answer answer(List<Answer> tried) {
        return tried.getLast().empty() ? tried.getFirst() : tried.getLast();
    }

    /** What the shopper chose in the facets stays: then the counts show the way out. */
    private static boolean widens(Answer answer) {
        return answer.found().unfiltered() == 0 || answer.text().narrows();
    }

    private List<Attempt> attempts(
            ListingQuestion asked, ListingQuestion question, UnderstoodText text, List<String> pinned) {
        var clauses = new TextClauses(vocabulary.words());
        var attempts = new ArrayList<Attempt>();
        var all = text.isEmpty() ? null : TextClauses.withPinned(clauses.all(text), pinned);
        attempts.add(new Attempt(question, all, Widening.NOTHING));
        if (text.narrows()) {
            attempts.add(new Attempt(asked, all, Widening.LIMITS));
        }
        var anywhere = text.anywhere();
        if (text.has(Kind.PLACE) && !anywhere.isEmpty()) {
            attempts.add(new Attempt(asked, clauses.all(anywhere), Widening.PLACE));
        }
        var near = text.isEmpty() ? null : clauses.near(text);
        if (near != null) {
            attempts.add(new Attempt(asked, near, Widening.WORDS));
        }
        return attempts;
    }

    private Mono<Answer> find(Attempt attempt, UnderstoodText text) {
        return engine.find(attempt.question(), attempt.text(), attempt.widening() != Widening.NOTHING)
                .map(found -> new Answer(
                        attempt.question(), found, SearchSource.SEARCH, text, attempt.widening(), found.total(), null));
    }

    private Mono<Answer> fromDatabase(ListingQuestion question, UnderstoodText text, Throwable failure) {
        if (!(failure instanceof CircuitBreaker.OpenException)) {
            LOG.debug("Search falls back to the database", failure);
        }
        return database.find(question, text)
                .map(found -> new Answer(
                        question, found, SearchSource.DATABASE, text, Widening.NOTHING, found.total(), null));
    }
}
