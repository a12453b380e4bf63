package vn.ocop.marketplace.web.province;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** An officer's own ways of looking at a queue. */
@Component
class SavedViews {

    private final MarketplaceApi api;

    SavedViews(MarketplaceApi api) {
        this.api = api;
    }

    private record All(List<SavedView> items) {}

    private static ApiAddress views() {
        return ApiAddress.of("/api/v1/me/views");
    }

    Mono<List<SavedView>> of(Visit visit, String desk) {
        return api.get(visit.caller(), views().with("desk", desk), All.class).map(All::items);
    }

    Mono<Object> save(Visit visit, String desk, String name, String query) {
        return api.put(visit.caller(), views(), Map.of("desk", desk, "name", name, "query", query), Object.class);
    }

    Mono<Void> remove(Visit visit, String id) {
        return api.delete(visit.caller(), views().segment(id), Void.class);
    }
}
