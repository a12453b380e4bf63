package vn.ocop.marketplace.media;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.SecretBox;

/**
 * Papers that only some may see. They lie sealed in object storage; who may read one is decided by the module that
 * keeps it, which never hands out their names.
 */
@Service
public class PrivateDocuments {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final long MOST_A_DAY = 500;
    private static final String SEALED = "application/octet-stream";

    private final DocumentRepository repository;
    private final ObjectStore store;
    private final SecretBox secrets;
    private final Clock clock;

    PrivateDocuments(DocumentRepository repository, ObjectStore store, SecretBox secrets, Clock clock) {
        this.repository = repository;
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A document that was taken in. */
    public record Document(UUID id, DocumentKind kind, int bytes) {}

    /** A document with what it says. */
    public record Opened(DocumentKind kind, byte[] bytes) {}

    /** Takes a file in; it is removed after a day unless somebody keeps it. */
    public Mono<Document> take(byte[] file, UUID uploader) {
        var kind = DocumentKind.of(file);
        if (kind.isEmpty()) {
            return Mono.error(new ProblemException(MediaProblem.UNKNOWN_DOCUMENT));
        }
        return repository
                .countSince(uploader, clock.instant().minus(Duration.ofDays(1)))
                .filter(today -> today < MOST_A_DAY)
                .switchIfEmpty(Mono.error(() -> new ProblemException(MediaProblem.TOO_MANY)))
                .then(Mono.defer(() -> repository.insert(kind.orElseThrow(), file.length, uploader)))
                .delayUntil(id -> Mono.fromCallable(() -> secrets.sealBytes(file))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(unreadable -> store.save(name(id), SEALED, unreadable)))
                .map(id -> new Document(id, kind.orElseThrow(), file.length));
    }

    /** For the module that shows it from now on, in its transaction; only whoever sent it puts it anywhere, once. */
    public Mono<Void> keep(UUID id, UUID uploader) {
        return repository
                .keep(id, uploader)
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(() -> new ProblemException(MediaProblem.DOCUMENT_GONE)))
                .then();
    }

    /** For the module that has shown it: it is removed before long. */
    public Mono<Void> drop(UUID id) {
        return repository.drop(id);
    }

    /** For the module that keeps it, once it knows that the reader may. */
    public Mono<Opened> open(UUID id) {
        return repository
                .kind(id)
                .flatMap(kind -> store.find(name(id))
                        .publishOn(Schedulers.boundedElastic())
                        .map(file -> new Opened(kind, secrets.openBytes(bytes(file)))))
                .switchIfEmpty(Mono.error(() -> new ProblemException(MediaProblem.NOT_FOUND)));
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    Mono<Void> removeFile(UUID id) {
        return store.remove(name(id));
    }

    /** Not of the form in which pictures are served. */
    private static String name(UUID id) {
        return "document-" + id + ".sealed";
    }
}
