package vn.ocop.marketplace.shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;

/** What pages about shops show. */
@Component
public class ShopQueries {

    private final ShopRepository repository;
    private final ShopDirectory directory;
    private final ListingCounts counts;

    ShopQueries(ShopRepository repository, ShopDirectory directory, ListingCounts counts) {
        this.repository = repository;
        this.directory = directory;
        this.counts = counts;
    }

    /** A shop with the number of its listings on sale. */
    public record Profile(Shop shop, long listingCount) {}

    /** Open shops, the newest first. */
    public Mono<Page<Profile>> open(@Nullable String provinceCode, int limit, @Nullable String after) {
        return repository
                .open(provinceCode, after == null ? null : Cursor.decode(after), limit + 1)
                .collectList()
                .map(shops -> Page.of(shops, limit, shop -> new Cursor(shop.joinedAt(), shop.id()).encode()))
                .flatMap(page -> onSale(page.items()).map(known -> page.map(shop -> profile(shop, known))));
    }

    /** A shop that has opened; a suspended one is shown as such, others are not found. */
    public Mono<Profile> profile(String idOrSlug) {
        return directory
                .find(idOrSlug)
                .filter(shop -> shop.open() || shop.status() == Shop.Status.SUSPENDED)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .flatMap(shop -> onSale(List.of(shop)).map(known -> profile(shop, known)));
    }

    private Mono<Map<UUID, Long>> onSale(List<Shop> shops) {
        return counts.onSale(shops.stream().map(Shop::id).toList());
    }

    private static Profile profile(Shop shop, Map<UUID, Long> onSale) {
        return new Profile(shop, onSale.getOrDefault(shop.id(), 0L));
    }
}
