package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** What became of an archive is told for a while; bytes of one that was left half done go with it. */
@Component
class RemoveOldArchives implements ScheduledJob {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LONGEST_UNPACKING = Duration.ofMinutes(30);
    private static final int AT_ONCE = 100;

    private final PictureArchiveRepository repository;
    private final UnpackPictures unpackPictures;
    private final Clock clock;

    RemoveOldArchives(PictureArchiveRepository repository, UnpackPictures unpackPictures, Clock clock) {
        this.repository = repository;
        this.unpackPictures = unpackPictures;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "listing.remove-old-archives";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Mono<Void> run() {
        var now = clock.instant();
        return repository
                .unpackingSince(now.minus(LONGEST_UNPACKING), AT_ONCE)
                .concatMap(unpackPictures::fail)
                .thenMany(repository.untouchedSince(now.minus(KEPT), AT_ONCE))
                .concatMap(this::remove)
                .then();
    }

    private Mono<Void> remove(UUID id) {
        return unpackPictures.forget(id).then(repository.remove(id));
    }
}
