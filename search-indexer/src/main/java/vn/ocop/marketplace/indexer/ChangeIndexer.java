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
    private final Refusals refusals;
    private final ListingReader listings;
    private final IndexWriter index;
    private final EnginePressure pressure;
    private final IndexerMetrics metrics;

    ChangeIndexer(
            ChangeFeed feed,
            Refusals refusals,
            ListingReader listings,
            IndexWriter index,
            EnginePressure pressure,
            IndexerMetrics metrics) {
        this.feed = feed;
        this.refusals = refusals;
        this.listings = listings;
        this.index = index;
        this.pressure = pressure;
        this.metrics = metrics;
    }

    /** How many changes a claim may have now. */
    int most() {
        return pressure.size();
    }

    /** Claims, reads, writes and forgets one batch; answers how many changes were dealt with. */
    Mono<Integer> indexNext() {
        return feed.claim(most()).flatMap(this::index).defaultIfEmpty(0);
    }

    private Mono<Integer> index(Claim claim) {
        return outcome(claim)
                .onErrorResume(
                        ChangeIndexer::isAway,
                        away -> feed.release(claim, ChangeFeed.all()).then(Mono.error(away)))
                .flatMap(outcome -> settle(claim, outcome))
                .thenReturn(claim.changes().size());
    }

    private Mono<WriteOutcome> outcome(Claim claim) {
        if (claim.suspicious()) {
            return oneByOne(claim);
        }
        return listings.read(claim.listings())
                .collectList()
                .map(found -> withVanished(claim, found))
                .flatMap(states -> write(claim, states))
                .onErrorResume(failure -> !isAway(failure), failure -> oneByOne(claim));
    }

    /** An engine without the index changes are written to has lost its data: the rebuild comes first. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof EngineAwayException || failure instanceof IndexMissingException;
    }

    /** The rebuild's index may be gone again: given up, or lost and then read anew from the start. */
    private Mono<WriteOutcome> write(Claim claim, List<ListingState> states) {
        var rebuilding = claim.rebuilding();
        if (rebuilding == null) {
            return index.write(states, List.of(ListingIndex.WRITE_ALIAS));
        }
        return index.write(states, List.of(ListingIndex.WRITE_ALIAS, rebuilding))
                .onErrorResume(
                        failure -> failure instanceof IndexMissingException missing
                                && missing.index().equals(rebuilding),
                        missing -> index.write(states, List.of(ListingIndex.WRITE_ALIAS)));
    }

    /** Listings that are no longer in the database at all have to leave the index too. */
    private static List<ListingState> withVanished(Claim claim, List<ListingState> found) {
        var known = new HashSet<UUID>();
        found.forEach(state -> known.add(state.id()));
        var states = new ArrayList<>(found);
        claim.listings().stream()
                .filter(id -> !known.contains(id))
                .map(ListingState::vanished)
                .forEach(states::add);
        return states;
    }

    /** One document that makes the engine refuse a whole batch must not hold up the others. */
    private Mono<WriteOutcome> oneByOne(Claim claim) {
        return Flux.fromIterable(claim.listings())
                .concatMap(id -> listings.read(List.of(id))
                        .defaultIfEmpty(ListingState.vanished(id))
                        .single()
                        .flatMap(state -> write(claim, List.of(state)))
                        .onErrorResume(
                                failure -> !isAway(failure),
                                failure -> Mono.just(WriteOutcome.refused(id, failure.toString()))))
                .reduce(WriteOutcome.NONE, WriteOutcome::and);
    }

    private Mono<Void> settle(Claim claim, WriteOutcome outcome) {
        var written = claim.listings().stream().filter(outcome::settles).toList();
        metrics.indexed(written.size());
        metrics.refused(outcome.refused().size());
        return refusals.note(outcome.refused())
                .then(refusals.settled(written))
                .then(feed.done(claim, listing -> !outcome.pushedBack().contains(listing)))
                .then(feed.release(claim, outcome.pushedBack()::contains));
    }
}
