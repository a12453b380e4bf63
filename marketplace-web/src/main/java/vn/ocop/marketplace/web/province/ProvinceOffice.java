package vn.ocop.marketplace.web.province;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Outcomes;
import vn.ocop.marketplace.web.selling.CertificateItem;
import vn.ocop.marketplace.web.selling.ListingFile;
import vn.ocop.marketplace.web.selling.Shelf;
import vn.ocop.marketplace.web.site.Visit;

/** A province's queues and decisions at the API. */
@Component
class ProvinceOffice {

    private final MarketplaceApi api;

    ProvinceOffice(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress desk(String province, String part) {
        return ApiAddress.of("/api/v1/province-desks").segment(province).segment(part);
    }

    Mono<Shelf> listings(
            Visit visit, String province, ListingList list, @Nullable String text, @Nullable String after) {
        var address = desk(province, "listings")
                .with("status", list.status())
                .with("changes", list == ListingList.CHANGES ? "true" : null)
                .with("q", text)
                .with("after", after);
        return api.get(visit.caller(), address, Shelf.class);
    }

    Mono<ListingFile> file(Visit visit, String shop, String id) {
        var address =
                ApiAddress.of("/api/v1/shops").segment(shop).segment("listings").segment(id);
        return api.get(visit.caller(), address, ListingFile.class);
    }

    Mono<Void> judge(Visit visit, String id, long seen, String verdict, String reason) {
        var address = ApiAddress.of("/api/v1/listings").segment(id).segment("decisions");
        return api.postOn(visit.caller(), address, seen, Map.of("verdict", verdict, "reason", reason), Void.class);
    }

    Mono<Outcomes> judgeAll(
            Visit visit, String province, String verdict, String reason, List<Map<String, Object>> listings) {
        var body = Map.of("verdict", verdict, "reason", reason, "listings", listings);
        return api.post(visit.caller(), desk(province, "listing-decisions"), body, Outcomes.class);
    }

    Mono<Items<QueuedCertificate>> certificates(Visit visit, String province, String status, @Nullable String after) {
        var address = desk(province, "certificates").with("status", status).with("after", after);
        return api.get(visit.caller(), address, new ParameterizedTypeReference<Items<QueuedCertificate>>() {});
    }

    Mono<CertificateItem> decide(
            Visit visit, String id, long seen, String verdict, String reason, @Nullable String day) {
        var body = new HashMap<String, Object>();
        body.put("verdict", verdict);
        body.put("reason", reason);
        if (day != null) {
            body.put("day", day);
        }
        var address = ApiAddress.of("/api/v1/certificates").segment(id).segment("decisions");
        return api.postOn(visit.caller(), address, seen, body, CertificateItem.class);
    }
}
