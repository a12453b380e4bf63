package vn.ocop.marketplace.shop;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Counts the removals that are late: {@code authority_requests_overdue} is zero or someone must act at once. */
@Component
class WatchAuthorityRequests implements ScheduledJob {

    private final AuthorityRequestRepository requests;
    private final AtomicLong overdue;

    WatchAuthorityRequests(AuthorityRequestRepository requests, MeterRegistry meters) {
        this.requests = requests;
        this.overdue = meters.gauge("authority.requests.overdue", new AtomicLong());
    }

    @Override
    public String name() {
        return "shop.watch-authority-requests";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Void> run() {
        return requests.overdue().doOnNext(overdue::set).then();
    }
}
