package vn.ocop.marketplace.indexer;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.indexer.RebuildProgress.State;

/**
 * Fills a new index from the whole catalogue and then puts it in the place of the old one, while the site is used.
 *
 * <p>Nothing written meanwhile is lost: from the moment the rebuild is on record, whoever claims changes writes them to
 * the old index and to the new one, and every change claimed before is seen by the rebuild's own reading, which starts
 * later. External versions make the order of the two irrelevant.
 */
@Component
class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RebuildLog log;
    private final IndexAdministration indices;
    private final ListingReader listings;
    private final IndexWriter index;
    private final IndexerSettings settings;

    Rebuild(
            RebuildLog log,
            IndexAdministration indices,
            ListingReader listings,
            IndexWriter index,
            IndexerSettings settings) {
        this.log = log;
        this.indices = indices;
        this.listings = listings;
        this.index = index;
        this.settings = settings;
    }

    /** Begins a rebuild when the engine has no index, or one of another definition. */
    Mono<Void> beginIfNeeded() {
        return indices.ready()
                .filter(ready -> !ready)
                .flatMap(missing -> log.begin())
                .doOnNext(begun -> LOG.info("The index is missing or of another definition: rebuilding"))
                .then();
    }

    /** Goes on with the rebuild on record, if there is one that no other copy has in hand. */
    Mono<Void> goOn() {
        UUID claim = UUID.randomUUID();
        return log.claim(claim).flatMap(progress -> run(claim, progress));
    }

    private Mono<Void> run(UUID claim, RebuildProgress progress) {
        var name = progress.indexName();
        return indices.exists(name)
                .flatMap(exists -> exists ? Mono.just(startOf(progress)) : create(claim, name))
                .expand(after -> copy(claim, name, after))
                .then(Mono.defer(() -> putInPlace(claim, name)))
                .onErrorResume(
                        failure -> !(failure instanceof EngineAwayException),
                        failure -> log.finish(claim, State.FAILED, failure.toString())
                                .then(Mono.error(failure)));
    }

    private static UUID startOf(RebuildProgress progress) {
        var after = progress.afterId();
        return after == null ? BEFORE_ALL : after;
    }

    /** The engine may have lost an index that was half full: whatever was noted of it counts no more. */
    private Mono<UUID> create(UUID claim, String name) {
        return indices.create(name).then(log.advance(claim, BEFORE_ALL, 0));
    }

    /** Copies the next page; empty when there is none, or when another copy has taken the rebuild over. */
    private Mono<UUID> copy(UUID claim, String name, UUID after) {
        return listings.onSaleAfter(after, settings.batch())
                .collectList()
                .filter(page -> !page.isEmpty())
                .flatMap(page -> index.write(page, List.of(name))
                        .doOnNext(Rebuild::report)
                        .then(log.advance(claim, page.getLast().id(), page.size())));
    }

    /** A listing that cannot be indexed is missing in search, which is better than no search. */
    private static void report(IndexWriter.Outcome outcome) {
        outcome.refused().forEach((listing, error) -> LOG.warn("Listing {} cannot be indexed: {}", listing, error));
    }

    private Mono<Void> putInPlace(UUID claim, String name) {
        return log.latest()
                .flatMap(progress -> log.advance(claim, startOf(progress), 0))
                .flatMap(stillOurs -> indices.lead(name)
                        .then(log.finish(claim, State.DONE, ""))
                        .then(indices.deleteAllBut(name).onErrorComplete())
                        .doOnSuccess(done -> LOG.info("Index {} is in place", name)));
    }
}
