package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** The office's tills at the API. */
@Component
public class TillDesk {

    private final MarketplaceApi api;

    TillDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** A till from opening to closing. */
    public record Shift(
            String id,
            boolean mine,
            @Nullable String clerkName,
            long opening,
            Instant openedAt,
            long expected,
            @Nullable Instant closedAt,
            @Nullable Long counted,
            long difference,
            String reason,
            boolean waitsForSecond,
            @Nullable String signedBy) {}

    /** What a courier has in the bag. */
    public record Bag(String courier, @Nullable String name, long parcels, long amount, Instant since) {}

    /** Everything about cash at an office. */
    public record Standing(List<Shift> shifts, List<Bag> couriers) {}

    private static ApiAddress office(String office) {
        return ApiAddress.of("/api/v1/post-offices").segment(office);
    }

    Mono<Standing> standing(Visit visit, String office) {
        return api.get(visit.caller(), office(office).segment("shifts"), Standing.class);
    }

    Mono<Void> open(Visit visit, String office, String id, long opening) {
        return api.post(
                visit.caller(), office(office).segment("shifts"), Map.of("id", id, "opening", opening), Void.class);
    }

    Mono<Void> handIn(Visit visit, String office, String id, String courier, long counted, String note) {
        return api.post(
                visit.caller(),
                office(office).segment("hand-ins"),
                Map.of("id", id, "courier", courier, "counted", counted, "note", note),
                Void.class);
    }

    Mono<Void> deposit(Visit visit, String office, String id, long amount, String note) {
        return api.post(
                visit.caller(),
                office(office).segment("deposits"),
                Map.of("id", id, "amount", amount, "note", note),
                Void.class);
    }

    Mono<Void> close(Visit visit, String office, long counted, String reason) {
        return api.post(
                visit.caller(),
                office(office).segment("shift-closings"),
                Map.of("counted", counted, "reason", reason),
                Void.class);
    }

    Mono<Void> sign(Visit visit, String shift) {
        return api.post(
                visit.caller(), ApiAddress.of("/api/v1/shifts").segment(shift).segment("signature"), null, Void.class);
    }
}
