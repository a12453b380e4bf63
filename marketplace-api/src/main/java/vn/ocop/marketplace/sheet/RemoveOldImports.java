package vn.ocop.marketplace.sheet;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Sheets are of use for a while after they were put into effect, not for ever. */
@Component
class RemoveOldImports implements ScheduledJob {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportRepository repository;
    private final Clock clock;

    RemoveOldImports(ImportRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sheet.remove-old-imports";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public Mono<Void> run() {
        return repository.removeBefore(clock.instant().minus(KEPT)).then();
    }
}
