package vn.ocop.marketplace.indexer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.indexer.ChangeFeed.Claim;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/** Brings the index up to date with one batch of changes. */
@Component
class ChangeIndexer {

    private final ChangeFeed feed;
    private final ListingReader listings;
    private final IndexWriter index;
    private final IndexerMetrics metrics;

    ChangeIndexer(ChangeFeed feed, ListingReader listings, IndexWriter index, IndexerMetrics metrics) {
        this.feed = feed;
        this.listings = listings;
        this.index = index;
        this.metrics = metrics;
    }

    /** Claims, reads, writes and forgets one batch; answers how many changes were dealt with. */
    Mono<Integer> indexNext() {
        return feed.claim().flatMap(this::index).defaultIfEmpty(0);
    }

    private Mono<Integer> index(Claim claim) {
        return listings.read(claim.listings())
                .collectList()
                .map(found -> withVanished(claim, found))
                .flatMap(states -> index.write(states, targets(claim)))
                .onErrorResume(
                        EngineAwayException.class, away -> feed.release(claim).then(Mono.error(away)))
                .onErrorResume(failure -> !(failure instanceof EngineAwayException), failure -> oneByOne(claim))
                .flatMap(outcome -> settle(claim, outcome))
                .thenReturn(claim.rows());
    }

    private static List<String> targets(Claim claim) {
        var rebuilding = claim.rebuilding();
        return rebuilding == null ? List.of(ListingIndex.WRITE_ALIAS) : List.of(ListingIndex.WRITE_ALIAS, rebuilding);
    }

    /** Listings that are no longer in the database at all have to leave the index too. */
    private static List<ListingState> withVanished(Claim claim, List<ListingState> found) {
        var known = new HashSet<UUID>();
        found.forEach(state -> known.add(state.id()));
        var states = new ArrayList<>(found);
        claim.listings().stream()
                .filter(id -> !known.contains(id))
                .map(id -> ListingState.vanished(id))
                .forEach(states::add);
        return states;
    }

    /** One document that makes the engine refuse a whole batch must not hold up the others. */
    private Mono<IndexWriter.Outcome> oneByOne(Claim claim) {
        return Flux.fromIterable(claim.listings())
                .concatMap(id -> listings.read(List.of(id))
                        .defaultIfEmpty(ListingState.vanished(id))
                        .single()
                        .flatMap(state -> index.write(List.of(state), targets(claim)))
                        .onErrorResume(
                                failure -> !(failure instanceof EngineAwayException),
                                failure -> Mono.just(IndexWriter.Outcome.refused(id, failure.toString()))))
                .reduce(IndexWriter.Outcome.NONE, IndexWriter.Outcome::and)
                .onErrorResume(
                        EngineAwayException.class, away -> feed.release(claim).then(Mono.error(away)));
    }

    private Mono<Void> settle(Claim claim, IndexWriter.Outcome outcome) {
        var written = claim.listings().stream()
                .filter(id -> !outcome.refused().containsKey(id))
                .toList();
        metrics.indexed(written.size());
        metrics.refused(outcome.refused().size());
        return Flux.fromIterable(outcome.refused().entrySet())
                .concatMap(refused -> feed.setAside(claim, refused.getKey(), refused.getValue()))
                .then(feed.done(claim, written));
    }
}
