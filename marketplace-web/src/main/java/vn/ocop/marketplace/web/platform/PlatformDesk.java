package vn.ocop.marketplace.web.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.province.AuditPage;
import vn.ocop.marketplace.web.site.Visit;

/** The platform's own settings at the API. */
@Component
class PlatformDesk {

    private static final ApiAddress PROVINCES = ApiAddress.of("/api/v1/provinces");

    private final MarketplaceApi api;

    PlatformDesk(MarketplaceApi api) {
        this.api = api;
    }

    Mono<List<Place>> provinces(Visit visit) {
        return api.get(visit.anyone(), PROVINCES, new ParameterizedTypeReference<Items<Place>>() {})
                .map(Items::items);
    }

    private static ApiAddress floorOf(String province) {
        return ApiAddress.of("/api/v1/provinces").segment(province).segment("floor");
    }

    Mono<PlatformPages.EditedFloor> floor(Visit visit, String province) {
        return api.get(visit.caller(), floorOf(province), PlatformPages.EditedFloor.class);
    }

    Mono<PlatformPages.EditedFloor> save(Visit visit, String province, long seen, Map<String, ?> floor) {
        return api.put(visit.caller(), floorOf(province), seen, floor, PlatformPages.EditedFloor.class);
    }

    Mono<Picture> upload(Visit visit, FilePart file) {
        return api.upload(visit.caller(), ApiAddress.of("/api/v1/pictures"), file.content(), Picture.class);
    }

    Mono<List<PlatformPages.Category>> categories(Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/categories"), PlatformPages.Tree.class)
                .map(PlatformPages.Tree::items);
    }

    Mono<Void> require(Visit visit, String category, Set<String> attributes, String reference) {
        var address = ApiAddress.of("/api/v1/categories").segment(category).segment("required-attributes");
        return api.put(visit.caller(), address, Map.of("attributes", attributes, "reference", reference), Void.class);
    }

    Mono<List<PlatformPages.Found>> people(Visit visit, String typed) {
        return api.post(
                        visit.caller(),
                        ApiAddress.of("/api/v1/people-searches"),
                        Map.of("q", typed),
                        PlatformPages.FoundList.class)
                .map(PlatformPages.FoundList::items);
    }

    /** Signs somebody out, locks them out or lets them in again. */
    Mono<Void> act(Visit visit, String person, String act, String reason) {
        var address = ApiAddress.of("/api/v1/people").segment(person).segment(act);
        return api.post(visit.caller(), address, Map.of("reason", reason), Void.class);
    }

    Mono<List<PlatformPages.Job>> jobs(Visit visit) {
        return api.get(
                        visit.caller(),
                        ApiAddress.of("/api/v1/jobs"),
                        new ParameterizedTypeReference<Items<PlatformPages.Job>>() {})
                .map(Items::items);
    }

    Mono<Items<AuditPage.Entry>> log(Visit visit, String action, String subject, @Nullable String after) {
        var address = ApiAddress.of("/api/v1/workplaces/PLATFORM")
                .segment("*")
                .segment("audit")
                .with("action", action)
                .with("subject", subject)
                .with("after", after);
        return api.get(visit.caller(), address, new ParameterizedTypeReference<Items<AuditPage.Entry>>() {});
    }
}
