package vn.ocop.marketplace.web.money;

import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Money that buyers pay a shop itself, at the API. */
@Component
public class DirectDesk {

    private final MarketplaceApi api;

    DirectDesk(MarketplaceApi api) {
        this.api = api;
    }

    public Mono<DirectMoney> of(Visit visit, String shop) {
        return api.get(visit.caller(), payments(shop), DirectMoney.class);
    }

    /** A buyer's transfer is on the shop's own account. */
    Mono<Void> received(Visit visit, String shop, String purchase) {
        var address = payments(shop).segment(purchase).segment("receipt");
        return api.post(visit.caller(), address, Map.of(), Object.class).then();
    }

    /** The shop has sent money back itself, under this number of its bank. */
    Mono<Void> sentBack(Visit visit, String shop, String refund, String bankRef) {
        var address = ApiAddress.of("/api/v1/shops")
                .segment(shop)
                .segment("direct-refunds")
                .segment(refund)
                .segment("payment");
        return api.post(visit.caller(), address, Map.of("bankRef", bankRef), Object.class)
                .then();
    }

    private static ApiAddress payments(String shop) {
        return ApiAddress.of("/api/v1/shops").segment(shop).segment("direct-payments");
    }
}
