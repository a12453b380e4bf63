package vn.ocop.marketplace.shop;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** How many listings shops have on sale; answered by the module that owns listings. */
public interface ListingCounts {

    /** A shop without any may be missing. */
    Mono<Map<UUID, Long>> onSale(Collection<UUID> shopIds);
}
