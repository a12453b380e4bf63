package vn.ocop.marketplace.platform;

import reactor.core.publisher.Mono;

/** Data that hardly ever changes and is kept in memory: loaded before the first request, then again every hour. */
public interface ReferenceData {

    /** Reads everything anew and replaces what is kept, at once and as a whole. */
    Mono<Void> load();
}
