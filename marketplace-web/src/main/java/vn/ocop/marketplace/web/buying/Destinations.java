package vn.ocop.marketplace.web.buying;

import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Visit;

/** Where goods can be sent: provinces and communes in force, found by today's or former names. */
@Component
public class Destinations {

    private static final int OFFERED = 8;
    private static final ParameterizedTypeReference<Items<Commune>> COMMUNES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<Place>> PLACES = new ParameterizedTypeReference<>() {};

    private final MarketplaceApi api;

    Destinations(MarketplaceApi api) {
        this.api = api;
    }

    public Mono<List<Commune>> find(Visit visit, String typed) {
        var question =
                ApiAddress.of("/api/v1/communes").with("q", shortened(typed)).with("limit", OFFERED);
        return api.get(visit.anyone(), question, COMMUNES).map(Items::items);
    }

    /** The commune of a code; empty when no such commune is in force. */
    public Mono<Commune> commune(Visit visit, String code) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/communes").segment(code), Commune.class)
                .onErrorResume(Destinations::unknown, gone -> Mono.empty());
    }

    Mono<List<Place>> provinces(Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/provinces"), PLACES)
                .map(Items::items);
    }

    Mono<List<Place>> communesOf(Visit visit, String province) {
        var address = ApiAddress.of("/api/v1/provinces").segment(province).segment("communes");
        return api.get(visit.anyone(), address, PLACES)
                .map(Items::items)
                .onErrorResume(Destinations::unknown, gone -> Mono.just(List.of()));
    }

    private static boolean unknown(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() < 500;
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(100, typed.length()));
    }
}
