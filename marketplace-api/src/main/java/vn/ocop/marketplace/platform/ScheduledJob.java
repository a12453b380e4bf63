package vn.ocop.marketplace.platform;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Work that recurs. Over all copies of the application it runs about once per interval; it must be safe to run twice.
 */
public interface ScheduledJob {

    String name();

    Duration every();

    Mono<Void> run();
}
