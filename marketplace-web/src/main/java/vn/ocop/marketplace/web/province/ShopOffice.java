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
import vn.ocop.marketplace.web.opening.ShopFile;
import vn.ocop.marketplace.web.site.Visit;

/** A province's shops, what authorities want of it, and its log, at the API. */
@Component
class ShopOffice {

    private final MarketplaceApi api;

    ShopOffice(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress desk(String province, String part) {
        return ApiAddress.of("/api/v1/province-desks").segment(province).segment(part);
    }

    Mono<ShopQueue> shops(Visit visit, String province, String list, @Nullable String text, @Nullable String after) {
        boolean restricted = list.equals(ShopQueuePage.RESTRICTED);
        boolean answered = list.equals(ShopQueuePage.ANSWERED);
        var address = desk(province, "shops")
                .with("status", restricted || answered ? "OPEN" : list)
                .with("restricted", restricted ? "true" : null)
                .with("answered", answered ? "true" : null)
                .with("q", text)
                .with("after", after);
        return api.get(visit.caller(), address, ShopQueue.class);
    }

    /** A word on a shop. */
    record Verdict(String verdict, String reason, @Nullable String legalOrder) {

        Map<String, Object> body() {
            var body = new HashMap<String, Object>();
            body.put("verdict", verdict);
            body.put("reason", reason);
            if (legalOrder != null) {
                body.put("legalOrder", legalOrder);
            }
            return body;
        }
    }

    Mono<ShopFile> judge(Visit visit, String id, long seen, Verdict verdict) {
        var address = ApiAddress.of("/api/v1/shops").segment(id).segment("decisions");
        return api.postOn(visit.caller(), address, seen, verdict.body(), ShopFile.class);
    }

    Mono<Outcomes> judgeAll(Visit visit, String province, Verdict verdict, List<Map<String, Object>> shops) {
        return api.post(
                visit.caller(),
                desk(province, "shop-decisions"),
                Map.of("said", verdict.body(), "shops", shops),
                Outcomes.class);
    }

    Mono<List<AuthorityRequestsPage.AuthorityRequest>> requests(Visit visit, String province, boolean open) {
        var address = desk(province, "authority-requests").with("open", open);
        return api.get(visit.caller(), address, AuthorityRequestsPage.All.class).map(AuthorityRequestsPage.All::items);
    }

    Mono<AuthorityRequestsPage.AuthorityRequest> enter(Visit visit, String province, Map<String, ?> letter) {
        return api.post(
                visit.caller(),
                desk(province, "authority-requests"),
                letter,
                AuthorityRequestsPage.AuthorityRequest.class);
    }

    Mono<AuthorityRequestsPage.AuthorityRequest> answer(
            Visit visit, String id, long seen, String outcome, String note) {
        var address = ApiAddress.of("/api/v1/authority-requests").segment(id).segment("answer");
        return api.postOn(
                visit.caller(),
                address,
                seen,
                Map.of("outcome", outcome, "note", note),
                AuthorityRequestsPage.AuthorityRequest.class);
    }

    Mono<Items<AuditPage.Entry>> audit(
            Visit visit, String province, String action, String subject, @Nullable String after) {
        var address = ApiAddress.of("/api/v1/workplaces/PROVINCE")
                .segment(province)
                .segment("audit")
                .with("action", action)
                .with("subject", subject)
                .with("after", after);
        return api.get(visit.caller(), address, new ParameterizedTypeReference<Items<AuditPage.Entry>>() {});
    }
}
