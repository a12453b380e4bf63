package vn.ocop.marketplace.web.opening;

import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.AccountPage;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Shop files at the API. */
@Component
public class OpeningDesk {

    private final MarketplaceApi api;

    OpeningDesk(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress shop(String id, String part) {
        return ApiAddress.of("/api/v1/shops").segment(id).segment(part);
    }

    /** The key is of the form that was sent, so that sending it twice makes one shop. */
    Mono<Opening> apply(Visit visit, String key, Map<String, ?> application) {
        return api.postOnce(visit.caller(), ApiAddress.of("/api/v1/shops"), key, application, Opening.class);
    }

    public Mono<Opening> file(Visit visit, String id) {
        return api.get(visit.caller(), shop(id, "file"), Opening.class);
    }

    Mono<Opening> change(Visit visit, String id, long seen, Map<String, ?> change) {
        return api.patch(visit.caller(), shop(id, "file"), seen, change, Opening.class);
    }

    Mono<Opening> close(Visit visit, String id, long seen, String reason) {
        return api.postOn(visit.caller(), shop(id, "closing"), seen, Map.of("reason", reason), Opening.class);
    }

    Mono<Opening> answer(Visit visit, String id, long seen, String answer) {
        var address = shop(id, "suspension").segment("answer");
        return api.postOn(visit.caller(), address, seen, Map.of("answer", answer), Opening.class);
    }

    /** All that is kept of the shop, line by line. */
    Flux<DataBuffer> records(Visit visit, String id) {
        return api.download(visit.caller(), shop(id, "records"));
    }

    private record DocumentList(List<AccountPage.Document> items) {}

    /** The terms for sellers that hold today. */
    Mono<AccountPage.Document> terms(Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/documents"), DocumentList.class)
                .map(documents -> documents.items().stream()
                        .filter(document -> document.purpose().equals("SELLER_TERMS"))
                        .findFirst()
                        .orElseThrow());
    }
}
