package vn.ocop.marketplace.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What variants have cost; the base of honest "before" prices. */
public interface PriceHistory {

    /** An earlier price counts for so long. */
    Duration REFERENCE_PERIOD = Duration.ofDays(30);

    /** The lowest price each of the variants has had since then, the one in force at that moment included. */
    Mono<Map<UUID, Long>> lowestSince(Collection<UUID> variants, Instant since);
}
