package vn.ocop.marketplace.web.post;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** The office's parcels at the API, and what the clerk does with them. */
@Component
class Counter {

    private final MarketplaceApi api;

    Counter(MarketplaceApi api) {
        this.api = api;
    }

    /** The list of a state, or the one parcel that was scanned whatever its state. */
    Mono<Queue> queue(Visit visit, String office, Ask ask) {
        var parcels = parcels(office);
        var address = ask.scanned().isEmpty()
                ? parcels.with("status", ask.status()).with("after", ask.after())
                : parcels.with("q", ask.scanned());
        return api.get(visit.caller(), address, Queue.class);
    }

    /** The parcel of an order, for the one big line. */
    Mono<Parcel> ofOrder(Visit visit, String office, String orderCode) {
        return api.get(visit.caller(), parcels(office).with("q", Ask.tidy(orderCode)), Queue.class)
                .flatMapIterable(Queue::items)
                .next();
    }

    Mono<Parcel> accept(Visit visit, String id) {
        return api.post(visit.caller(), parcel(id).segment("acceptance"), null, Parcel.class);
    }

    Mono<Parcel> deliver(Visit visit, String id) {
        return api.post(visit.caller(), parcel(id).segment("delivery"), null, Parcel.class);
    }

    private static ApiAddress parcels(String office) {
        return ApiAddress.of("/api/v1/post-offices").segment(office).segment("parcels");
    }

    private static ApiAddress parcel(String id) {
        return ApiAddress.of("/api/v1/parcels").segment(id);
    }
}
