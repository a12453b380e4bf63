package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Cash for purchases at the counter, at the API. */
@Component
public class CashDesk {

    private final MarketplaceApi api;

    CashDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** What is to be taken. */
    public record Due(
            String purchase, long amount, @Nullable Instant payUntil) {}

    /** What was taken. */
    public record Receipt(String id, String purchase, long amount) {

        /** As much of its number as people write down. */
        public String number() {
            return id.substring(0, Math.min(8, id.length())).toUpperCase(Locale.ROOT);
        }
    }

    Mono<Due> due(Visit visit, String office, String purchase) {
        return api.get(visit.caller(), at(office).segment(purchase), Due.class);
    }

    Mono<Receipt> take(Visit visit, String office, String purchase, int amount, String key) {
        return api.postOnce(
                visit.caller(), at(office), key, Map.of("purchase", purchase, "amount", amount), Receipt.class);
    }

    private static ApiAddress at(String office) {
        return ApiAddress.of("/api/v1/post-offices").segment(office).segment("counter-payments");
    }
}
