package vn.ocop.marketplace.media;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Removes uploaded pictures that nobody shows. In two steps, an hour apart: first out of sight, so that none can be
 * taken into use while it is being removed, then for good.
 */
@Component
class RemoveOrphanPictures implements ScheduledJob {

    /** A seller may upload today and finish the listing tomorrow. */
    static final Duration GRACE = Duration.ofDays(2);

    private static final Duration OUT_OF_SIGHT = Duration.ofMinutes(50);
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final PictureRepository repository;
    private final Pictures pictures;
    private final List<PictureUse> uses;
    private final Clock clock;

    RemoveOrphanPictures(PictureRepository repository, Pictures pictures, List<PictureUse> uses, Clock clock) {
        this.repository = repository;
        this.pictures = pictures;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "media.remove-orphan-pictures";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run() {
        return batch(FIRST)
                .expand(last -> last.size() < BATCH
                        ? Mono.empty()
                        : batch(last.getLast().id()))
                .then();
    }

    private Mono<List<PictureRepository.Unused>> batch(UUID after) {
        return repository
                .uploadedBefore(clock.instant().minus(GRACE), after, BATCH)
                .collectList()
                .delayUntil(this::clean);
    }

    private Mono<Void> clean(List<PictureRepository.Unused> old) {
        var ids = old.stream().map(PictureRepository.Unused::id).toList();
        return Flux.fromIterable(uses)
                .concatMap(use -> use.used(ids))
                .<Set<UUID>>reduceWith(HashSet::new, (all, some) -> {
                    all.addAll(some);
                    return all;
                })
                .flatMap(used -> remove(
                        used, ids.stream().filter(id -> !used.contains(id)).toList()));
    }

    private Mono<Void> remove(Set<UUID> used, List<UUID> unused) {
        return repository
                .spare(used)
                .then(repository.doom(unused))
                .thenMany(repository.removeDoomed(unused, OUT_OF_SIGHT))
                .concatMap(pictures::removeFiles)
                .then();
    }
}
