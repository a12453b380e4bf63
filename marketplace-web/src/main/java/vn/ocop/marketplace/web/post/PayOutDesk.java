package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Sellers' money that is handed over at the counter, at the API. */
@Component
public class PayOutDesk {

    private final MarketplaceApi api;

    PayOutDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** What is to be handed over, and to whom. */
    public record Due(String code, long amount, String recipient, Instant until) {}

    /** What was handed over. */
    public record Receipt(String code, long amount) {}

    Mono<Due> due(Visit visit, String office, String code) {
        return api.get(visit.caller(), at(office).segment(code), Due.class);
    }

    Mono<Receipt> hand(Visit visit, String office, String code, Map<String, String> shown, String key) {
        var body = Map.of(
                "code", code,
                "secret", shown.getOrDefault("secret", ""),
                "identity", shown.getOrDefault("identity", ""));
        return api.postOnce(visit.caller(), at(office), key, body, Receipt.class);
    }

    private static ApiAddress at(String office) {
        return ApiAddress.of("/api/v1/post-offices").segment(office).segment("cash-payouts");
    }
}
