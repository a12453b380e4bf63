package vn.ocop.marketplace.search;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * Counts what is searched, in memory, and adds it to the database every few seconds. Nothing is kept that could be
 * about a person: no one's name stands beside a term, and texts with telephone numbers or addresses are not counted.
 */
@Component
class TermCounts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TermCounts.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_TERMS = 10_000;
    private static final int LONGEST = 80;
    /** Long numbers are telephones, identities or orders. */
    private static final Pattern PERSONAL = Pattern.compile("@|\\d[\\d .\\-]{5,}\\d");

    private final TermCountRepository repository;
    private final Clock clock;
    private final Map<String, SearchedTerm> counted = new ConcurrentHashMap<>();
    private @Nullable Disposable running;

    TermCounts(TermCountRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    void count(String text, boolean inVain) {
        var term = VietnameseText.fold(text);
        boolean kept = !term.isEmpty()
                && term.length() <= LONGEST
                && !PERSONAL.matcher(text).find()
                && (counted.size() < MOST_TERMS || counted.containsKey(term));
        if (kept) {
            counted.merge(
                    term,
                    new SearchedTerm(term, 1, inVain ? 1 : 0),
                    (one, other) ->
                            new SearchedTerm(term, one.searches() + other.searches(), one.inVain() + other.inVain()));
        }
    }

    /** What could not be added is counted again. */
    Mono<Void> flush() {
        return Mono.defer(() -> {
            var taken = new ArrayList<SearchedTerm>();
            for (var term : counted.keySet()) {
                var count = counted.remove(term);
                if (count != null) {
                    taken.add(count);
                }
            }
            LocalDate today = BusinessTime.today(clock);
            return taken.isEmpty()
                    ? Mono.empty()
                    : repository.add(today, taken).onErrorResume(failure -> {
                        LOG.debug("Searched terms wait for the database", failure);
                        taken.forEach(count -> counted.merge(
                                count.term(),
                                count,
                                (one, other) -> new SearchedTerm(
                                        one.term(), one.searches() + other.searches(), one.inVain() + other.inVain())));
                        return Mono.empty();
                    });
        });
    }

    @Override
    public void start() {
        running = Flux.interval(EVERY).concatMap(tick -> flush()).subscribe();
    }

    @Override
    public void stop() {
        var active = running;
        if (active != null) {
            active.dispose();
            flush().block(PATIENCE);
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
