package vn.ocop.marketplace.platform;

import reactor.core.publisher.Mono;

/**
 * Data that hardly ever changes and is kept in memory: loaded before the first request, then again every five minutes.
 */
public interface ReferenceData {

    /** Reads everything anew and replaces what is kept, at once and as a whole. */
    Mono<Void> load();

    /** Whether so much has changed that the next turn is too late; asked every few seconds, so it must cost little. */
    default Mono<Boolean> isOutdated() {
        return Mono.just(false);
    }
}
