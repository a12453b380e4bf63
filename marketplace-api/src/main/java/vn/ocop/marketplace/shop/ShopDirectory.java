package vn.ocop.marketplace.shop;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Finds shops for other modules. Answers may be up to {@value #STALENESS_SECONDS} seconds old: what takes money asks
 * again inside its own statement.
 */
public interface ShopDirectory {

    int STALENESS_SECONDS = 10;

    /** The shop in whatever state it is; empty when there is none. */
    Mono<Shop> find(UUID id);

    /** By id or slug, in whatever state; empty when there is none. */
    Mono<Shop> find(String idOrSlug);

    /** Those of the shops that exist, by id, with at most one query. */
    Mono<Map<UUID, Shop>> findAll(Collection<UUID> ids);
}
