package vn.ocop.marketplace.media;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Takes pictures in and gives them out. */
@Service
public class Pictures implements DisposableBean {

    public static final int MOST_BYTES = 12 * 1024 * 1024;
    private static final String WEBP = "image/webp";
    /** Drawing anew takes memory and a processor; more at once would only make all of them slower. */
    private static final int AT_ONCE = 2;

    private static final int MOST_WAITING = 50;
    private static final long MOST_A_DAY = 2_000;

    private final PictureRepository repository;
    private final ObjectStore store;
    private final Clock clock;
    private final Scheduler workers = Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "pictures");

    Pictures(PictureRepository repository, ObjectStore store, Clock clock) {
        this.repository = repository;
        this.store = store;
        this.clock = clock;
    }

    /** The file of a picture at a width; empty if there is none. Both parts have been checked for their form. */
    public Mono<Resource> find(String hash, int width) {
        return store.find(name(hash, width));
    }

    /** Draws an uploaded file anew in several sizes. Files are written before the row that shows them. */
    public Mono<LocalizedPicture> add(byte[] file, UUID uploader) {
        return repository
                .countSince(uploader, clock.instant().minus(Duration.ofDays(1)))
                .filter(today -> today < MOST_A_DAY)
                .switchIfEmpty(Mono.error(() -> new ProblemException(MediaProblem.TOO_MANY)))
                .then(Mono.fromCallable(() -> ReencodedPicture.of(file)).subscribeOn(workers))
                .onErrorMap(RejectedExecutionException.class, full -> new ProblemException(PlatformProblem.BUSY))
                .delayUntil(this::saveFiles)
                .flatMap(picture -> repository.save(picture, uploader));
    }

    private Mono<Void> saveFiles(ReencodedPicture picture) {
        return Flux.fromIterable(picture.files().entrySet())
                .concatMap(file -> store.save(name(picture.hash(), file.getKey()), WEBP, file.getValue()))
                .then();
    }

    Mono<Void> removeFiles(PictureRepository.Unused picture) {
        return Flux.fromArray(picture.widths())
                .concatMap(width -> store.remove(name(picture.hash(), width)))
                .then();
    }

    private static String name(String hash, int width) {
        return hash + '-' + width + ".webp";
    }

    @Override
    public void destroy() {
        workers.dispose();
    }
}
