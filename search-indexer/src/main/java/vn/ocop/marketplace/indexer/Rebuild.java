package vn.ocop.marketplace.indexer;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.indexer.RebuildProgress.State;

/**
 * Fills a new index from the whole catalogue and then puts it in the place of the old one, while the site is used. All
 * copies of the indexer share the work.
 *
 * <p>Nothing written meanwhile is lost: from the moment the rebuild runs, whoever claims changes writes them to the old
 * index and to the new one, and every change claimed before is seen by the rebuild's own reading, which starts later.
 * External versions make the order of the two irrelevant.
 */
@Component
class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final RebuildLog log;
    private final RebuildSlices slices;
    private final IndexAdministration indices;
    private final SliceCopy copy;
    private final IndexerSettings settings;

    Rebuild(
            RebuildLog log,
            RebuildSlices slices,
            IndexAdministration indices,
            SliceCopy copy,
            IndexerSettings settings) {
        this.log = log;
        this.slices = slices;
        this.indices = indices;
        this.copy = copy;
        this.settings = settings;
    }

    /** Begins a rebuild when the engine has no index, or one of another definition. */
    Mono<Void> beginIfNeeded() {
        return indices.ready()
                .filter(ready -> !ready)
                .flatMap(missing -> log.begin())
                .filter(begun -> begun)
                .doOnNext(begun -> LOG.info("The index is missing or of another definition: rebuilding"))
                .then();
    }

    /** Does what there is to do of the rebuild on record, as far as no other copy has it in hand. */
    Mono<Void> goOn() {
        return log.latest().filter(progress -> !progress.state().over()).flatMap(this::goOn);
    }

    private Mono<Void> goOn(RebuildProgress progress) {
        var name = progress.indexName();
        var planned = progress.state() == State.PLANNED ? plan() : Mono.<Void>empty();
        return planned.then(share(name))
                .then(Mono.defer(log::latest))
                .filter(RebuildProgress::everythingCopied)
                .flatMap(done -> putInPlace())
                .onErrorResume(IndexMissingException.class, missing -> startOver(name))
                .onErrorResume(
                        IllegalStateException.class,
                        refused -> log.giveUp(name, refused.toString()).then(Mono.error(refused)));
    }

    private Mono<Void> plan() {
        UUID claim = UUID.randomUUID();
        return log.claim(claim, State.PLANNED)
                .flatMap(name -> indices.createEmpty(name)
                        .then(slices.plan(name))
                        .then(log.run(claim))
                        .onErrorResume(failure -> log.release(claim).then(Mono.error(failure))));
    }

    private Mono<Void> share(String name) {
        return Flux.range(0, settings.workers())
                .flatMap(worker -> slices(name), settings.workers())
                .then();
    }

    /** One share after the other, until none is left. */
    private Mono<Void> slices(String name) {
        return Mono.defer(() -> slices.claim(name))
                .expand(slice -> copy.run(slice).then(slices.claim(name)))
                .then();
    }

    private Mono<Void> startOver(String name) {
        LOG.warn("The engine lost index {} while it was filled", name);
        return log.planAgain(name);
    }

    private Mono<Void> putInPlace() {
        UUID claim = UUID.randomUUID();
        return log.claim(claim, State.RUNNING)
                .flatMap(name -> indices.lead(name)
                        .then(log.finish(claim, State.DONE, ""))
                        .then(indices.deleteAllBut(name).onErrorComplete())
                        .doOnSuccess(done -> LOG.info("Index {} is in place", name))
                        .onErrorResume(failure -> log.release(claim).then(Mono.error(failure))));
    }
}
