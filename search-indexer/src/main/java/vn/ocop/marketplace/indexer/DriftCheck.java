package vn.ocop.marketplace.indexer;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.indexer.CatalogueSums.Part;
import vn.ocop.marketplace.indexer.DriftLog.DriftReport;

/**
 * Compares the index with the catalogue, in parts by count and checksum and listing by listing only where those differ,
 * and mends what is not on its way anyhow.
 */
@Component
class DriftCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DriftCheck.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** By then what was written before the first look has become visible. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final DriftLog log;
    private final CatalogueSums catalogue;
    private final IndexSums index;
    private final ChangeFeed feed;
    private final RebuildLog rebuilds;
    private final IndexerMetrics metrics;
    private final IndexerSettings settings;

    DriftCheck(
            DriftLog log,
            CatalogueSums catalogue,
            IndexSums index,
            ChangeFeed feed,
            RebuildLog rebuilds,
            IndexerMetrics metrics,
            IndexerSettings settings) {
        this.log = log;
        this.catalogue = catalogue;
        this.index = index;
        this.feed = feed;
        this.rebuilds = rebuilds;
        this.metrics = metrics;
        this.settings = settings;
    }

    /** Does the check if it is due here; not while a rebuild is under way, which would be compared to no purpose. */
    Mono<Void> runIfDue() {
        return rebuilds.latest()
                .filter(progress -> progress.state() == RebuildProgress.State.DONE)
                .flatMap(done -> log.claimIfDue())
                .flatMap(this::run);
    }

    private record Progress(Part part, SliceComparison comparison) {}

    private Mono<Void> run(UUID claim) {
        return compareAfter(BEFORE_ALL)
                .expand(progress -> progress.part().last()
                        ? Mono.empty()
                        : log.goOn(claim)
                                .flatMap(ours -> compareAfter(progress.part().to())))
                .map(Progress::comparison)
                .reduce(DriftReport.NONE, DriftReport::and)
                .flatMap(report -> finish(claim, report));
    }

    private Mono<Void> finish(UUID claim, DriftReport report) {
        if (report.mended() > 0) {
            LOG.warn("{} of {} listings differed in the index and are mended", report.mended(), report.listings());
        }
        return log.finish(claim, report);
    }

    private Mono<Progress> compareAfter(UUID after) {
        return catalogue
                .next(after, settings.slice())
                .flatMap(part -> compare(part).map(comparison -> new Progress(part, comparison)));
    }

    private Mono<SliceComparison> compare(Part part) {
        long listings = part.sum().listings();
        return index.of(part)
                .flatMap(found -> found.equals(part.sum())
                        ? Mono.just(new SliceComparison(listings, false, 0))
                        : mend(part).map(mended -> new SliceComparison(listings, true, mended)));
    }

    /** Looks at each listing, waits for what is under way, and looks again. */
    private Mono<Integer> mend(Part part) {
        return divergence(part)
                .filter(divergence -> !divergence.isEmpty())
                .delayElement(SETTLING)
                .flatMap(before -> divergence(part).map(now -> now.lasting(before)))
                .flatMap(divergence -> feed.waitingAmong(divergence.all()).map(divergence::without))
                .flatMap(this::mend)
                .defaultIfEmpty(0);
    }

    private Mono<Divergence> divergence(Part part) {
        return Mono.zip(catalogue.revisions(part), index.revisions(part), Divergence::between);
    }

    private Mono<Integer> mend(Divergence divergence) {
        if (divergence.isEmpty()) {
            return Mono.just(0);
        }
        metrics.mended(divergence.all().size());
        // No document can be put back to an older version; that takes a new index.
        var newIndex = divergence.ahead().isEmpty() ? Mono.<Boolean>empty() : rebuilds.begin();
        return feed.announce(divergence.stale())
                .then(newIndex)
                .thenReturn(divergence.all().size());
    }
}
