package vn.ocop.marketplace.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers the shops that were asked for; absence is not remembered. */
@Component
class CachedShopDirectory implements ShopDirectory {

    private static final int MOST_KEPT = 10_000;

    private final ShopRepository repository;
    private final Cache<UUID, Shop> byId = kept();
    private final Cache<String, UUID> ids = kept();

    CachedShopDirectory(ShopRepository repository) {
        this.repository = repository;
    }

    private static <K, V> Cache<K, V> kept() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(Duration.ofSeconds(STALENESS_SECONDS))
                .build();
    }

    @Override
    public Mono<Shop> find(UUID id) {
        return findAll(Set.of(id)).mapNotNull(found -> found.get(id));
    }

    @Override
    public Mono<Shop> find(String idOrSlug) {
        var id = asId(idOrSlug);
        if (id == null) {
            id = ids.getIfPresent(idOrSlug);
        }
        return id == null ? repository.findBySlug(idOrSlug).doOnNext(this::remember) : find(id);
    }

    @Override
    public Mono<Map<UUID, Shop>> findAll(Collection<UUID> wanted) {
        var known = byId.getAllPresent(wanted);
        var missing = new HashSet<>(wanted);
        missing.removeAll(known.keySet());
        if (missing.isEmpty()) {
            return Mono.just(known);
        }
        return repository
                .findAll(missing)
                .doOnNext(this::remember)
                .collectMap(Shop::id)
                .map(read -> {
                    var all = new HashMap<>(known);
                    all.putAll(read);
                    return all;
                });
    }

    /** What is decided here is seen here at once; other copies follow within {@value #STALENESS_SECONDS} seconds. */
    void forget(UUID id) {
        byId.invalidate(id);
    }

    private void remember(Shop shop) {
        byId.put(shop.id(), shop);
        ids.put(shop.slug(), shop.id());
    }

    /** Slugs are never as long as an id with hyphens in its places. */
    private static @Nullable UUID asId(String idOrSlug) {
        if (idOrSlug.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(idOrSlug);
        } catch (IllegalArgumentException slug) {
            return null;
        }
    }
}
