package vn.ocop.marketplace.web.community;

import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Community teams at the API. */
@Component
class TeamDesk {

    private final MarketplaceApi api;

    TeamDesk(MarketplaceApi api) {
        this.api = api;
    }

    Mono<Team.Told> told(Visit visit, String team) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/teams").segment(team), Team.Told.class);
    }

    Mono<List<Team.Month>> purchases(Visit visit, String team) {
        return api.get(
                        visit.caller(),
                        ApiAddress.of("/api/v1/teams").segment(team).segment("purchases"),
                        new ParameterizedTypeReference<Items<Team.Month>>() {})
                .map(Items::items);
    }

    private static ApiAddress teams(String province) {
        return ApiAddress.of("/api/v1/province-desks").segment(province).segment("teams");
    }

    Mono<Team.All> ofProvince(Visit visit, String province) {
        return api.get(visit.caller(), teams(province), Team.All.class);
    }

    Mono<Team> found(Visit visit, String province, String key, Map<String, ?> founding) {
        return api.postOnce(visit.caller(), teams(province), key, founding, Team.class);
    }

    Mono<Team.Head> inviteHead(Visit visit, String province, String team) {
        return api.post(visit.caller(), teams(province).segment(team).segment("heads"), Map.of(), Team.Head.class);
    }

    /** What everybody may know of a team. */
    Mono<Team.Named> name(Visit visit, String code) {
        return api.put(
                visit.caller(),
                ApiAddress.of("/api/v1/me/team"),
                Map.of("code", code, "occasion", "CHECKOUT"),
                Team.Named.class);
    }

    Mono<Team> close(Visit visit, String province, String team) {
        return api.post(visit.caller(), teams(province).segment(team).segment("closing"), Map.of(), Team.class);
    }
}
