package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Parcels that change hands together, at the API. */
@Component
public class HandOverDesk {

    private final MarketplaceApi api;

    HandOverDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** Somebody who takes parcels out. */
    public record Courier(String id, @Nullable String name) {}

    /** An office that parcels can go to. */
    public record Office(String code, String name) {}

    /** To whom one can hand over. */
    public record Takers(List<Courier> couriers, List<Office> offices) {}

    /** A list of parcels that changed hands together. */
    public record Manifest(
            String id,
            String code,
            String office,
            @Nullable String towards,
            @Nullable String courier,
            Instant madeAt,
            @Nullable Instant takenAt,
            @Nullable Integer counted,
            boolean differs,
            int parcels,
            long cash) {}

    /** What could not be handed over. */
    public record Refused(
            String number, String code, @Nullable String detail) {}

    /** The list, and what is not on it. */
    public record Done(Manifest manifest, List<Refused> refused) {}

    private static ApiAddress office(String office) {
        return ApiAddress.of("/api/v1/post-offices").segment(office);
    }

    private static ApiAddress manifest(String id) {
        return ApiAddress.of("/api/v1/manifests").segment(id);
    }

    Mono<Takers> takers(Visit visit, String office) {
        return api.get(visit.caller(), office(office).segment("takers"), Takers.class);
    }

    Mono<List<Manifest>> newest(Visit visit, String office) {
        return api.get(visit.caller(), office(office).segment("manifests"), Manifest[].class)
                .map(List::of);
    }

    /** @param to {@code courier:<id>} or {@code office:<code>} */
    Mono<Done> handOver(Visit visit, String office, String id, String to, List<String> numbers) {
        var body = new HashMap<String, Object>(Map.of("id", id, "numbers", numbers));
        if (to.startsWith("courier:")) {
            body.put("courier", to.substring("courier:".length()));
        } else if (to.startsWith("office:")) {
            body.put("towards", to.substring("office:".length()));
        }
        return api.post(visit.caller(), office(office).segment("manifests"), body, Done.class);
    }

    Mono<Void> counted(Visit visit, String id, int counted) {
        return api.post(visit.caller(), manifest(id).segment("count"), Map.of("counted", counted), Void.class);
    }

    /** To be signed by both. */
    Mono<ResponseEntity<Flux<DataBuffer>>> print(Visit visit, String id) {
        return api.file(visit.caller(), manifest(id));
    }
}
