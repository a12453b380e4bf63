package vn.ocop.marketplace.web.offers;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Programmes and offers as the API publishes them. */
@Component
public class OfferFeed {

    /** How long before its start a programme is announced, and how long after its end it is still told of. */
    private static final Duration ANNOUNCED = Duration.ofDays(31);

    private static final int MOST = 96;

    private final MarketplaceApi api;

    OfferFeed(MarketplaceApi api) {
        this.api = api;
    }

    Mono<List<Programme>> programmes(Visit visit) {
        return api.get(
                        visit.anyone(),
                        ApiAddress.of("/api/v1/programmes"),
                        new ParameterizedTypeReference<Items<Programme>>() {})
                .map(Items::items);
    }

    /** The programme to announce now: the one that runs, or the next that is near. */
    public Mono<Programme> announced(Visit visit) {
        return programmes(visit).mapNotNull(all -> announced(all, visit.now()));
    }

    /** What front pages announce; a programme that cannot be had leaves the rest of the page standing. */
    public Mono<Strip> strip(Visit visit) {
        return announced(visit)
                .map(programme -> Strip.of(visit, programme))
                .defaultIfEmpty(Strip.NONE)
                .onErrorReturn(Strip.NONE);
    }

    /** The programme that is asked for; else the one to announce; else the last there was, which stays to be read. */
    static @Nullable Programme shown(List<Programme> all, String code, Instant now) {
        var asked = all.stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst()
                .orElseGet(() -> announced(all, now));
        return asked == null && !all.isEmpty() ? all.getFirst() : asked;
    }

    private static @Nullable Programme announced(List<Programme> all, Instant now) {
        return all.stream()
                .filter(programme -> !programme.endedAt(now)
                        && programme.startsAt().minus(ANNOUNCED).isBefore(now))
                .min(Comparator.comparing(Programme::startsAt))
                .orElse(null);
    }

    Mono<Items<PublicOffer>> offers(Visit visit, String programme, HubFilters filters, @Nullable String after) {
        var address = ApiAddress.of("/api/v1/offers")
                .with("programme", programme)
                .with("province", filters.province())
                .with("audience", filters.audience())
                .with("kind", filters.kind())
                .with("ended", filters.ended() ? "true" : null)
                .with("after", after)
                .with("limit", MOST);
        return api.get(visit.anyone(), address, new ParameterizedTypeReference<Items<PublicOffer>>() {});
    }

    /** Which are the visitor's, as the server judges. */
    Mono<List<Judged>> mine(Visit visit) {
        return api.get(
                        visit.caller(),
                        ApiAddress.of("/api/v1/me/offers"),
                        new ParameterizedTypeReference<Items<Judged>>() {})
                .map(Items::items);
    }

    private record Kept(String voucher) {}

    /** Keeps a code: from now on carts and quotes consider it. */
    Mono<Void> keep(Visit visit, String voucher) {
        return api.put(visit.caller(), ApiAddress.of("/api/v1/me/vouchers").segment(voucher), Map.of(), Kept.class)
                .then();
    }

    Mono<Void> drop(Visit visit, String offer) {
        return api.delete(visit.caller(), ApiAddress.of("/api/v1/me/vouchers").segment(offer), Void.class);
    }

    /** An offer, and whether it is the visitor's. */
    public record Judged(
            String offerId,
            String code,
            String name,
            String audience,
            @Nullable String voucher,
            boolean kept,
            Instant endsAt,
            boolean mine,
            @Nullable String reason,
            @Nullable String detail) {}
}
