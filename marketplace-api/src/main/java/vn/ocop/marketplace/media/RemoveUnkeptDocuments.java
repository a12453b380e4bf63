package vn.ocop.marketplace.media;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Removes documents that nobody keeps, or keeps any more. A file whose removal fails stays, sealed and unreachable. */
@Component
class RemoveUnkeptDocuments implements ScheduledJob {

    private static final Duration GRACE = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final DocumentRepository repository;
    private final PrivateDocuments documents;
    private final Clock clock;

    RemoveUnkeptDocuments(DocumentRepository repository, PrivateDocuments documents, Clock clock) {
        this.repository = repository;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "media.remove-unkept-documents";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run() {
        return repository
                .removeUnkept(clock.instant().minus(GRACE), BATCH)
                .concatMap(documents::removeFile)
                .then();
    }
}
