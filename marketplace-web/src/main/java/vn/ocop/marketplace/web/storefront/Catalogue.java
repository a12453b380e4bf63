package vn.ocop.marketplace.web.storefront;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.text.Language;

/** What is on offer, as anyone may see it. Provinces and categories, which seldom change, are kept for a while. */
@Component
class Catalogue {

    private static final String V1 = "/api/v1/";

    private final MarketplaceApi api;
    private final AsyncLoadingCache<Language, List<Province>> provinces;
    private final AsyncLoadingCache<Language, CategoryTree> categories;

    Catalogue(MarketplaceApi api) {
        this.api = api;
        this.provinces = kept(language -> api.get(
                        Caller.anyone(language),
                        ApiAddress.of(V1 + "provinces"),
                        new ParameterizedTypeReference<Items<Province>>() {})
                .map(Items::items));
        this.categories = kept(
                language -> api.get(Caller.anyone(language), ApiAddress.of(V1 + "categories"), CategoryTree.class));
    }

    Mono<List<Province>> provinces(Language language) {
        return Mono.fromFuture(() -> provinces.get(language), true);
    }

    Mono<CategoryTree> categories(Language language) {
        return Mono.fromFuture(() -> categories.get(language), true);
    }

    Mono<Floor> floor(Caller caller, String slug) {
        return api.get(caller, ApiAddress.of(V1 + "provinces").segment(slug), Floor.class);
    }

    Mono<SearchResult> search(Caller caller, ApiAddress query) {
        return api.get(caller, query, SearchResult.class);
    }

    Mono<Suggestions> suggestions(Caller caller, String typed) {
        var address = ApiAddress.of(V1 + "suggestions").with("q", typed).with("limit", 5);
        return api.get(caller, address, Suggestions.class);
    }

    Mono<Listing> listing(Caller caller, String idOrSlug) {
        return api.get(caller, ApiAddress.of(V1 + "listings").segment(idOrSlug), Listing.class);
    }

    Mono<Listing.Related> related(Caller caller, String id) {
        var address = ApiAddress.of(V1 + "listings").segment(id).segment("related");
        return api.get(caller, address, Listing.Related.class);
    }

    /** The same for everyone; what is the visitor's own is said by cart and checkout. */
    Mono<ListingOffers> offers(Caller caller, String id) {
        var address = ApiAddress.of(V1 + "listings").segment(id).segment("offers");
        return api.get(caller, address, ListingOffers.class).onErrorReturn(ListingOffers.NONE);
    }

    Mono<CertificateFacts> certificate(Caller caller, String id) {
        return api.get(caller, ApiAddress.of(V1 + "certificates").segment(id), CertificateFacts.class);
    }

    Mono<Shop> shop(Caller caller, String idOrSlug) {
        return api.get(caller, ApiAddress.of(V1 + "shops").segment(idOrSlug), Shop.class);
    }

    Mono<Items<Shop>> shops(Caller caller, ApiAddress query) {
        return api.get(caller, query, new ParameterizedTypeReference<Items<Shop>>() {});
    }

    /** Refreshed in the background; the old value serves while the API is away. */
    private static <T> AsyncLoadingCache<Language, T> kept(Function<Language, Mono<T>> load) {
        return Caffeine.newBuilder()
                .refreshAfterWrite(Duration.ofMinutes(1))
                .buildAsync((language, executor) -> load.apply(language).toFuture());
    }
}
