package vn.ocop.marketplace.indexer;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.indexer.RebuildSlices.Slice;

/** Copies one share of the catalogue into the new index, reading the next page while one is being written. */
@Component
class SliceCopy {

    private static final Logger LOG = LoggerFactory.getLogger(SliceCopy.class);

    private final RebuildSlices slices;
    private final ListingReader listings;
    private final IndexWriter index;
    private final Refusals refusals;
    private final IndexerMetrics metrics;
    private final IndexerSettings settings;

    SliceCopy(
            RebuildSlices slices,
            ListingReader listings,
            IndexWriter index,
            Refusals refusals,
            IndexerMetrics metrics,
            IndexerSettings settings) {
        this.slices = slices;
        this.listings = listings;
        this.index = index;
        this.refusals = refusals;
        this.metrics = metrics;
        this.settings = settings;
    }

    /** Ends early, without a word, when another copy has taken the share over. */
    Mono<Void> run(Slice slice) {
        return pages(slice)
                // One page ahead: memory is bounded by two pages a worker.
                .concatMap(page -> write(slice, page), 1)
                .takeWhile(stillOurs -> stillOurs)
                .then(slices.finish(slice))
                .onErrorResume(failure -> slices.release(slice).then(Mono.error(failure)));
    }

    private Flux<List<ListingState>> pages(Slice slice) {
        return page(slice, slice.after())
                .expand(page -> page.size() < settings.batch()
                        ? Mono.empty()
                        : page(slice, page.getLast().id()));
    }

    private Mono<List<ListingState>> page(Slice slice, UUID after) {
        return listings.onSaleBetween(after, slice.to(), settings.batch())
                .collectList()
                .filter(page -> !page.isEmpty());
    }

    private Mono<Boolean> write(Slice slice, List<ListingState> page) {
        return index.insist(page, slice.index())
                .flatMap(outcome -> note(outcome).then(advance(slice, page, outcome)));
    }

    private Mono<Boolean> advance(Slice slice, List<ListingState> page, WriteOutcome outcome) {
        int written = page.size() - outcome.refused().size();
        metrics.rebuilt(written);
        return slices.advance(slice, page.getLast().id(), written).hasElement();
    }

    /** A listing that cannot be indexed is missing in search, which is better than no search; it is tried again. */
    private Mono<Void> note(WriteOutcome outcome) {
        if (!outcome.refused().isEmpty()) {
            LOG.warn(
                    "{} listings cannot be indexed and are set aside",
                    outcome.refused().size());
        }
        metrics.refused(outcome.refused().size());
        return refusals.note(outcome.refused());
    }
}
