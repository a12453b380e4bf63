package vn.ocop.marketplace.listing;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Pieces that are kept for offers which run now; whoever knows when offers run keeps it. */
public interface SetAsides {

    /**
     * Sets aside so many of these variants, as far as there are any, and none of all others.
     *
     * @param piecesByVariant asked again once the variants that differ are locked: an order that has just taken its
     *     part has changed both what is promised and what is set aside
     */
    Mono<Void> keep(Mono<Map<UUID, Integer>> piecesByVariant);
}
