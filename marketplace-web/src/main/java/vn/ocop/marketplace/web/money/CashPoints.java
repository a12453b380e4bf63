package vn.ocop.marketplace.web.money;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Where and by whom a shop's money is fetched in cash, at the API. */
@Component
class CashPoints {

    private static final ParameterizedTypeReference<Items<SellerCash.Waiting>> WAITING =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<SellerCash.Office>> OFFICES =
            new ParameterizedTypeReference<>() {};

    private final MarketplaceApi api;

    CashPoints(MarketplaceApi api) {
        this.api = api;
    }

    Mono<SellerCash> of(Visit visit, String shop) {
        return Mono.zip(
                        point(visit, shop),
                        api.get(visit.caller(), at(shop, "cash-payouts"), WAITING),
                        api.get(visit.caller(), at(shop, "cash-offices"), OFFICES))
                .map(read -> new SellerCash(
                        read.getT1().orElse(null),
                        read.getT2().items(),
                        read.getT3().items()));
    }

    private Mono<Optional<SellerCash.Point>> point(Visit visit, String shop) {
        return api.get(visit.caller(), at(shop, "cash-point"), SellerCash.Point.class)
                .map(Optional::of)
                .onErrorResume(
                        ApiProblem.class, why -> why.status() == 404 ? Mono.just(Optional.empty()) : Mono.error(why));
    }

    Mono<Void> choose(Visit visit, String shop, String office, String recipient, String identity) {
        var body = Map.of("office", office, "recipient", recipient, "identity", identity);
        return api.put(visit.caller(), at(shop, "cash-point"), body, Object.class)
                .then();
    }

    Mono<Void> leave(Visit visit, String shop) {
        return api.delete(visit.caller(), at(shop, "cash-point"), Object.class).then();
    }

    Mono<Void> renew(Visit visit, String shop, String payout) {
        var address = at(shop, "cash-payouts").segment(payout).segment("secret");
        return api.post(visit.caller(), address, Map.of(), Object.class).then();
    }

    private static ApiAddress at(String shop, String part) {
        return ApiAddress.of("/api/v1/shops").segment(shop).segment(part);
    }
}
