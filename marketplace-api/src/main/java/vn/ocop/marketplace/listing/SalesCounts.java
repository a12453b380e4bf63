package vn.ocop.marketplace.listing;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Counts what was sold, for "best-selling". */
public interface SalesCounts {

    /** Adds to the listings' counts inside the caller's transaction; calling it once per sale is the caller's duty. */
    Mono<Void> add(Map<UUID, Integer> soldByListing);
}
