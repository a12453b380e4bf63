package vn.ocop.marketplace.search;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Forgets what was searched more than a season of every kind ago. */
@Component
class RemoveOldSearchTerms implements ScheduledJob {

    private static final int KEPT_DAYS = 400;

    private final TermCountRepository terms;
    private final Clock clock;

    RemoveOldSearchTerms(TermCountRepository terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search.remove-old-terms";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public Mono<Void> run() {
        return Mono.defer(() -> terms.removeBefore(BusinessTime.today(clock).minusDays(KEPT_DAYS)));
    }
}
